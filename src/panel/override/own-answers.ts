import type { Exchange, ObservedResponse } from '../../exchange/exchange.ts';
import { judgeAsIf } from '../../judge/judge.ts';
import { inWords, type Judged } from '../verdict/judged.ts';
import { isChanged } from './is-changed.ts';

/** The request as it would have gone with the headers that the servers themselves sent; null where no rule changed any. */
export function ownAnswers({ exchange, verdict }: Judged): Judged | null {
  if (!isChanged(exchange)) return null;
  const { engine, mode, credentialed } = verdict;
  const own = withoutRules(exchange);
  const ownVerdict = judgeAsIf(own, engine, credentialed === null ? { mode } : { mode, credentialed });
  return inWords(own, ownVerdict);
}

function withoutRules(exchange: Exchange): Exchange {
  const own = <Response extends ObservedResponse | null>(response: Response): Response =>
    response && { ...response, effectiveHeaders: null };
  const hops = exchange.hops.map((hop) => ({
    ...hop,
    preflight: hop.preflight && { ...hop.preflight, response: own(hop.preflight.response) },
    response: own(hop.response),
  }));
  return { ...exchange, hops };
}
