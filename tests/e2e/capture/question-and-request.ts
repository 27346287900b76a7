import type { Exchange } from '../../../src/exchange/exchange.ts';
import { firstValue } from '../../../src/exchange/first-value.ts';

/** The header `x-N` that a request's preflight asked for, and the one that was then sent. */
export function questionAndRequest({ hops: [hop] }: Exchange): string {
  const asked = firstValue(hop?.preflight?.requestHeaders ?? [], 'access-control-request-headers');
  return `${asked} for ${hop?.requestHeaders?.find(([name]) => /^x-\d+$/i.test(name))?.[0].toLowerCase()}`;
}
