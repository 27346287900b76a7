import { isCrossOrigin } from '../../exchange/cross-origin.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** Navigations are not subject to CORS, wherever they lead. */
const navigations: ReadonlySet<string> = new Set(['main_frame', 'sub_frame']);

const known = new WeakMap<Exchange, boolean>();

/** Whether the list shows an exchange: whether it left its page's origin, and is no navigation. */
export function concernsCors(exchange: Exchange): boolean {
  const before = known.get(exchange);
  if (before !== undefined) return before;
  const concerns = !navigations.has(exchange.type) && isCrossOrigin(exchange);
  known.set(exchange, concerns);
  return concerns;
}
