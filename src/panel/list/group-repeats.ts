import type { Judged } from '../verdict/judged.ts';
import { requestName } from './request-parts.ts';

/** One line of the list. */
export interface Row {
  /** Stays the same while the row is in the list: the id of an exchange, or of a group. */
  readonly key: string;
  /** What the line shows: of a group, the first, so that what is being read does not change under the eyes. */
  readonly judged: Judged;
  /** How many exchanges the line stands for. */
  readonly count: number;
  /** Whether it heads a group, and whether that is open; null for a single exchange. */
  readonly group: 'closed' | 'open' | null;
  /** Whether it is shown because the group above it is open. */
  readonly inGroup: boolean;
}

/**
 * Folds repeats of the same fault into one line, at the place of the first: same request, same page, same reason. Only
 * faults are folded; what passed stays one line each.
 *
 * @param open keys of the groups whose members are shown
 */
export function groupRepeats(all: readonly Judged[], open: ReadonlySet<string>): Row[] {
  const groups = byFault(all);
  const rows: Row[] = [];
  for (const judged of all) {
    const key = groupKeyOf(judged);
    const members = groups.get(key) ?? [judged];
    if (members.length === 1) rows.push(single(judged, false));
    else if (members[0] === judged) {
      const isOpen = open.has(key);
      rows.push({ key, judged, count: members.length, group: isOpen ? 'open' : 'closed', inGroup: false });
      if (isOpen) rows.push(...members.map((member) => single(member, true)));
    }
  }
  return rows;
}

/** One line per exchange. */
export function ungrouped(all: readonly Judged[]): Row[] {
  return all.map((judged) => single(judged, false));
}

function byFault(all: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const judged of all) {
    const key = groupKeyOf(judged);
    const members = groups.get(key);
    if (members) members.push(judged);
    else groups.set(key, [judged]);
  }
  return groups;
}

const singles = new WeakMap<Judged, Row>();

/** The same object each time, so that a line that stays is not drawn anew. */
function single(judged: Judged, inGroup: boolean): Row {
  const known = singles.get(judged);
  if (known?.inGroup === inGroup) return known;
  const row: Row = { key: judged.exchange.id, judged, count: 1, group: null, inGroup };
  singles.set(judged, row);
  return row;
}

const faultKeys = new WeakMap<Judged, string>();

/** What requests of the same group have in common; of one that cannot be grouped, its id. */
export function groupKeyOf(judged: Judged): string {
  const known = faultKeys.get(judged);
  if (known !== undefined) return known;
  const key = computeFaultKey(judged);
  faultKeys.set(judged, key);
  return key;
}

function computeFaultKey({ exchange, verdict }: Judged): string {
  if (verdict.outcome !== 'blocked' && verdict.outcome !== 'not-cors') return exchange.id;
  const fault = [verdict.reason, verdict.otherReason, verdict.notCors, verdict.parameter, verdict.hop];
  return JSON.stringify([exchange.initiator.origin, requestName(exchange), ...fault]);
}
