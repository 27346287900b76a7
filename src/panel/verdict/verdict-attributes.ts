import { firstHop } from '../list/request-parts.ts';
import type { Judged } from './judged.ts';

/** The verdict as data attributes, for tests and for whoever scripts the panel. Absent where there is no value. */
export function verdictAttributes({ exchange, verdict }: Judged) {
  const { url, method } = firstHop(exchange);
  return {
    'data-exchange-url': url,
    'data-method': method,
    'data-outcome': verdict.outcome,
    'data-reason': verdict.reason ?? undefined,
    'data-other-reason': verdict.otherReason ?? undefined,
    'data-not-cors': verdict.notCors ?? undefined,
  };
}
