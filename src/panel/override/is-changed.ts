import type { Exchange } from '../../exchange/exchange.ts';

/** Whether header rules changed an answer of the exchange. */
export function isChanged({ hops }: Exchange): boolean {
  return hops.some(
    ({ preflight, response }) =>
      (response?.effectiveHeaders ?? null) !== null || (preflight?.response?.effectiveHeaders ?? null) !== null,
  );
}
