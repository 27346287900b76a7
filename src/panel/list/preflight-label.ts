import type { Exchange } from '../../exchange/exchange.ts';
import { isFromArchive } from '../../exchange/har-source.ts';
import type { Verdict } from '../../judge/verdict.ts';

/** The preflight as the list shows it: the last one's status, or in a word what became of it. */
export function preflightLabel(exchange: Exchange, verdict: Verdict): string {
  switch (verdict.preflight) {
    case 'none':
      return 'none';
    case 'cached':
      return isFromArchive(exchange) ? 'cached?' : 'cached';
    case 'unanswered':
      return 'no answer';
    case 'sent': {
      const response = exchange.hops.findLast((hop) => hop.preflight !== null)?.preflight?.response;
      return response && response.status > 0 ? String(response.status) : 'sent';
    }
  }
}
