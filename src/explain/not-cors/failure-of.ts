import type { Exchange } from '../../exchange/exchange.ts';
import { hostOf } from '../situation.ts';
import { quotable } from '../visible.ts';
import type { Failure } from './not-cors-clause.ts';

/** What sentences about a failed exchange are made of. */
export function failureOf(exchange: Exchange): Failure {
  const lastHop = exchange.hops.at(-1) ?? null;
  const url = lastHop?.url ?? '';
  const { ending } = exchange;
  return {
    exchange,
    url,
    server: hostOf(url),
    lastHop,
    response: lastHop?.response ?? lastHop?.preflight?.response ?? null,
    onPreflight: lastHop?.response == null && lastHop?.preflight?.response != null,
    error: quotable(exchange.networkError ?? (ending.kind === 'failed' ? ending.error : '')),
  };
}
