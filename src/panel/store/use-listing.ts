import { useDeferredValue, useMemo, useState } from 'react';
import type { Warning } from '../../judge/warning.ts';
import type { Override } from '../../override/override.ts';
import { type ChipName, countChips, passesChips } from '../list/chips.ts';
import { concernsCors } from '../list/concerns-cors.ts';
import { groupKeyOf, groupRepeats, type Row, ungrouped } from '../list/group-repeats.ts';
import { sortJudged } from '../list/sort.ts';
import { TextSearch } from '../list/text-search.ts';
import { overrideDuring } from '../override/periods.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import { type Judged, judged } from '../verdict/judged.ts';
import { withWarnings } from '../verdict/with-warnings.ts';
import { usePanelState, usePanelStore } from './use-panel.tsx';
import { usePreparedSearch } from './use-prepared-search.ts';
import { useWarningsAcross } from './use-warnings-across.ts';

/** What the list shows, and all that is counted for it. */
export interface Listing {
  /** Every exchange of the page, or of all pages where the log is preserved: filtered by nothing. */
  readonly all: readonly Judged[];
  readonly rows: readonly Row[];
  /** What the filters let through. */
  readonly passing: readonly Judged[];
  /** Exchanges that the filters let through, repeats counted. */
  readonly shown: number;
  readonly counts: Readonly<Record<ChipName, number>>;
  readonly summary: Summary;
  /** The row that is selected: the chosen one, or the first blocked one while none was chosen. */
  readonly selected: Row | null;
}

/** The list as the person wants it: judged, filtered, sorted, repeats folded. */
export function useListing(): Listing {
  const { engine } = usePanelStore().host;
  const { log, settings, chips, filter, openGroups, selection, periods } = usePanelState(
    'log',
    'settings',
    'chips',
    'filter',
    'openGroups',
    'selection',
    'periods',
  );
  const { preserveLog, sort, groupRepeats: grouping } = settings;
  const query = useDeferredValue(filter);
  const judgedAlone = useMemo(
    () =>
      log.exchanges
        .filter((exchange) => (preserveLog || exchange.page === log.page) && concernsCors(exchange))
        .map((exchange) => judged(exchange, engine)),
    [log, preserveLog, engine],
  );
  const across = useWarningsAcross(judgedAlone);
  const all = useMemo(
    () =>
      judgedAlone.map((each) => {
        const warnings = across.get(each.exchange.id);
        return warnings ? withWarnings(each, exceptOverride(warnings, overrideDuring(periods, each.exchange))) : each;
      }),
    [judgedAlone, across, periods],
  );
  usePreparedSearch(all);
  const counts = useMemo(() => countChips(all), [all]);
  const summary = useMemo(() => summarise(all), [all]);
  // Sorted before they are filtered: a letter typed sorts nothing.
  const sorted = useMemo(() => sortJudged(all, sort), [all, sort]);
  const [search] = useState(() => new TextSearch());
  const found = useMemo(() => search.find(sorted, query), [search, sorted, query]);
  const passing = useMemo(() => found.filter((each) => passesChips(chips, each)), [found, chips]);
  const rows = useMemo(
    () => (grouping ? groupRepeats(passing, openGroups) : ungrouped(passing)),
    [passing, grouping, openGroups],
  );
  const selected = useMemo(() => {
    if (selection.kind === 'none') return null;
    if (selection.kind === 'row') return rowOf(rows, selection.key, all);
    return rows.find(isBlocked) ?? rows.find(isNotCors) ?? null;
  }, [rows, all, selection]);
  return useMemo(
    () => ({ all, rows, passing, shown: passing.length, counts, summary, selected }),
    [all, rows, passing, counts, summary, selected],
  );
}

/** The row with that key; a member of a closed group is found by its group. */
function rowOf(rows: readonly Row[], key: string, all: readonly Judged[]): Row | null {
  const row = rows.find((each) => each.key === key);
  if (row) return row;
  const member = all.find(({ exchange }) => exchange.id === key);
  const group = member && groupKeyOf(member);
  return rows.find((each) => each.key === group) ?? null;
}

/** An override lets no preflight be remembered: that it is repeated is not the server's doing. */
function exceptOverride(warnings: readonly Warning[], override: Override | null): readonly Warning[] {
  return override ? warnings.filter(({ name }) => name !== 'preflight-repeated') : warnings;
}

function isBlocked({ judged: { verdict } }: { readonly judged: Judged }): boolean {
  return verdict.outcome === 'blocked';
}

function isNotCors({ judged: { verdict } }: { readonly judged: Judged }): boolean {
  return verdict.outcome === 'not-cors';
}
