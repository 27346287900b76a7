import { originOf, parseUrl } from '../../cors/origin.ts';
import type { Exchange, Milliseconds } from '../../exchange/exchange.ts';
import type { Override } from '../../override/override.ts';
import { hostOf } from '../../override/patch.ts';

/** A time in which an override was on and changed the same headers throughout. */
export interface Period {
  readonly override: Override;
  readonly from: Milliseconds;
  /** Null while it lasts. */
  readonly until: Milliseconds | null;
}

/**
 * The periods after the browser told what override is on.
 *
 * @param override null while there is none
 */
export function followPeriods(
  periods: readonly Period[],
  override: Override | null,
  now: Milliseconds,
): readonly Period[] {
  const last = periods.at(-1);
  const lasting = last?.until === null ? last : undefined;
  if (override === null) return lasting ? periods.with(-1, { ...lasting, until: now }) : periods;
  if (!lasting) return [...periods, { override, from: override.startedAt, until: null }];
  if (changesSame(lasting.override, override)) return periods.with(-1, { ...lasting, override });
  const from = lasting.override.startedAt === override.startedAt ? now : override.startedAt;
  return [...periods.with(-1, { ...lasting, until: now }), { override, from, until: null }];
}

/** The override that was on when an exchange of its page and servers began; null where none was. */
export function overrideDuring(periods: readonly Period[], exchange: Exchange): Override | null {
  const at = exchange.startedAt;
  const period = periods.findLast(({ from, until }) => from <= at && (until === null || at < until));
  return period && concerns(period.override, exchange) ? period.override : null;
}

/** Whether an override is for exchanges of this server and this page. */
export function concerns({ patches, ownRules, pageOrigin }: Override, { hops, initiator }: Exchange): boolean {
  const servers = new Set(hops.map(({ url }) => targetOf(url)));
  const asking = hostOf(initiator.origin ?? 'null');
  return (
    patches.some((patch) => servers.has(patch.target) && hostOf(patch.initiator) === asking) ||
    ownRules.some(({ target }) => servers.has(target) && hostOf(pageOrigin) === asking)
  );
}

function targetOf(url: string): string {
  return originOf(parseUrl(url));
}

function changesSame(before: Override, now: Override): boolean {
  const changes = ({ startedAt, patches, ownRules }: Override) => JSON.stringify([startedAt, patches, ownRules]);
  return changes(before) === changes(now);
}
