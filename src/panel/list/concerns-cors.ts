import { isCrossOrigin } from '../../exchange/cross-origin.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** Navigations are not subject to CORS, wherever they lead. */
const navigations: ReadonlySet<string> = new Set(['main_frame', 'sub_frame']);

/** Whether the list shows an exchange: whether it left its page's origin, and is no navigation. */
export function concernsCors(exchange: Exchange): boolean {
  return !navigations.has(exchange.type) && isCrossOrigin(exchange);
}
