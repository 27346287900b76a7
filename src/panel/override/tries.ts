import { requestName } from '../list/request-parts.ts';
import type { Judged } from '../verdict/judged.ts';
import { concerns, type Period } from './periods.ts';

/** What became of the requests that the page made since the override is on. Those that are not over do not count yet. */
export interface Tries {
  readonly through: readonly Judged[];
  readonly blocked: readonly Judged[];
  /** Failed, and not by CORS. */
  readonly failed: readonly Judged[];
}

export function triesOf(period: Period, all: readonly Judged[]): Tries {
  const through: Judged[] = [];
  const blocked: Judged[] = [];
  const failed: Judged[] = [];
  for (const judged of all) {
    const { exchange, verdict } = judged;
    const isOfPeriod =
      exchange.startedAt >= period.from && (period.until === null || exchange.startedAt < period.until);
    if (!isOfPeriod || !concerns(period.override, exchange)) continue;
    switch (verdict.outcome) {
      case 'allowed':
      case 'opaque':
        through.push(judged);
        break;
      case 'blocked':
        blocked.push(judged);
        break;
      case 'not-cors':
        failed.push(judged);
        break;
      case 'pending':
      case 'unknown':
    }
  }
  return { through, blocked, failed };
}

/**
 * The first try of the same request under the override: same method, same address but for its query. Null while there was
 * none.
 */
export function nextTryOf(judged: Judged, tries: Tries): Judged | null {
  const wanted = requestName(judged.exchange);
  const isSame = (each: Judged) => each.exchange.id !== judged.exchange.id && requestName(each.exchange) === wanted;
  const all = [...tries.through, ...tries.blocked, ...tries.failed].filter(isSame);
  all.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  return all[0] ?? null;
}
