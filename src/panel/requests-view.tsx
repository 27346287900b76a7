import { useCallback } from 'react';
import { headlineId } from './detail/headline-id.ts';
import type { ColumnWidths } from './list/column-widths.ts';
import type { Row } from './list/group-repeats.ts';
import { RequestTable } from './list/request-table.tsx';
import type { ColumnName } from './list/sort.ts';
import { curl, ExchangeDetail } from './parts.ts';
import { SplitPane } from './split/split-pane.tsx';
import { NoMatch } from './states/no-match.tsx';
import { NoSelection } from './states/no-selection.tsx';
import { UnlessBroken } from './states/unless-broken.tsx';
import type { Listing } from './store/use-listing.ts';
import { usePanelState, usePanelStore } from './store/use-panel.tsx';
import { useIsNarrow } from './use-media.ts';

/** List and detail, side by side, or one above the other where the panel is narrow. The split can be dragged and stays. */
export function RequestsView({ listing }: { readonly listing: Listing }) {
  const orientation = useIsNarrow() ? 'vertical' : 'horizontal';
  return (
    <SplitPane
      key={orientation}
      id={orientation}
      orientation={orientation}
      initial={orientation === 'horizontal' ? 43 : 40}
      label="Size of the list"
      first={<List listing={listing} />}
      second={<Detail listing={listing} />}
    />
  );
}

function List({ listing }: { readonly listing: Listing }) {
  const store = usePanelStore();
  const { rows, selected, summary } = listing;
  const { sort, widths } = usePanelState('settings').settings;
  const onSort = useCallback((column: ColumnName) => store.sortBy(column), [store]);
  const onResize = useCallback((changed: ColumnWidths) => store.changeSettings({ widths: changed }), [store]);
  const onSelect = useCallback((key: string) => store.select({ kind: 'row', key }), [store]);
  const onToggleGroup = useCallback((key: string) => store.toggleGroup(key), [store]);
  if (rows.length === 0) return <NoMatch total={summary.requests} />;
  return (
    <RequestTable
      rows={rows}
      selected={selected?.key ?? null}
      sort={sort}
      onSort={onSort}
      widths={widths}
      onResize={onResize}
      onSelect={onSelect}
      onOpen={focusHeadline}
      onToggleGroup={onToggleGroup}
      textToCopy={asCurl}
    />
  );
}

/** The message that the verdict is about: the preflight if it failed there, else the request. Null in the first moment. */
function asCurl({ judged: { exchange, verdict } }: Row): string | null {
  return curl.value?.copyAsCurl(exchange, verdict, verdict.stage === 'preflight' ? 'preflight' : 'request') ?? null;
}

function focusHeadline(): void {
  document.getElementById(headlineId)?.focus();
}

function Detail({ listing }: { readonly listing: Listing }) {
  const { host } = usePanelStore();
  const { all, selected, summary } = listing;
  if (selected === null) return <NoSelection summary={summary} />;
  return (
    <UnlessBroken key={selected.judged.exchange.id}>
      <ExchangeDetail judged={selected.judged} all={all} engine={host.engine} openSource={host.openSource} />
    </UnlessBroken>
  );
}
