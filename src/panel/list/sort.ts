import type { Judged } from '../verdict/judged.ts';
import { markOf, marks } from '../verdict/mark.ts';
import { preflightLabel } from './preflight-label.ts';
import { duration, firstHop, originLabel, requestLabel, typeLabel } from './request-parts.ts';

export const columnNames = ['mark', 'method', 'request', 'from', 'preflight', 'verdict', 'type', 'time'] as const;
export type ColumnName = (typeof columnNames)[number];

/** What the list is ordered by; null is the order in which the requests were made, newest last. */
export type Sort = { readonly column: ColumnName; readonly descending: boolean } | null;

/** Blocked requests on top, newest last among equals. */
export const faultsFirst: Sort = { column: 'mark', descending: false };

/** What the next click on a column's head makes of the order: ascending, descending, as they were made. */
export function nextSort(sort: Sort, column: ColumnName): Sort {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

const keys: Readonly<Record<ColumnName, (judged: Judged) => string | number>> = {
  mark: ({ verdict }) => marks[markOf(verdict)].rank,
  method: ({ exchange }) => firstHop(exchange).method,
  request: requestKey,
  from: ({ exchange }) => originLabel(exchange.initiator.origin),
  preflight: ({ exchange, verdict }) => preflightLabel(exchange, verdict),
  verdict: ({ short }) => short,
  type: ({ exchange }) => typeLabel(exchange.type),
  time: ({ exchange }) => duration(exchange) ?? Number.POSITIVE_INFINITY,
};

const requestKeys = new WeakMap<Judged, string>();

/** Found once: it takes a URL apart. */
function requestKey(judged: Judged): string {
  const known = requestKeys.get(judged);
  if (known !== undefined) return known;
  const key = requestLabel(firstHop(judged.exchange).url);
  requestKeys.set(judged, key);
  return key;
}

/** Finds what a list is sorted by, ahead of the click. */
export function prepareSort(judged: Judged): void {
  requestKey(judged);
}

/** The exchanges in a new order; equals stay in the order in which they were made. */
export function sortJudged(all: readonly Judged[], sort: Sort): readonly Judged[] {
  if (sort === null) return all;
  const key = keys[sort.column];
  const sign = sort.descending ? -1 : 1;
  // Most columns have few values: only these are sorted.
  const equals = new Map<string | number, Judged[]>();
  for (const judged of all) {
    const value = key(judged);
    const known = equals.get(value);
    if (known) known.push(judged);
    else equals.set(value, [judged]);
  }
  return [...equals].sort(([a], [b]) => sign * compare(a, b)).flatMap(([, judged]) => judged);
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
