import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { ColumnWidths } from './column-widths.ts';
import type { Row } from './group-repeats.ts';
import { targetOfKey } from './list-keys.ts';
import { RequestRow, rowId } from './request-row.tsx';
import styles from './request-table.module.css';
import type { ColumnName, Sort } from './sort.ts';
import { TableHead } from './table-head.tsx';
import { useCopyKey } from './use-copy-key.ts';

/** Pixels, in the style sheet too. */
const rowHeight = 22;

/** The list of requests: a real table of which only the lines in sight are in the document. */
export function RequestTable(props: {
  readonly rows: readonly Row[];
  readonly selected: string | null;
  readonly sort: Sort;
  readonly onSort: (column: ColumnName) => void;
  readonly widths: ColumnWidths;
  readonly onResize: (widths: ColumnWidths) => void;
  readonly onSelect: (key: string) => void;
  readonly onOpen: () => void;
  readonly onToggleGroup: (key: string) => void;
  /** What Ctrl+C puts on the clipboard for a line; null for nothing. */
  readonly textToCopy: (row: Row) => string | null;
}) {
  const { rows, selected, sort, onSort, widths, onResize, onSelect, onOpen, onToggleGroup, textToCopy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The sticky head covers the first line's worth of the scroller.
    scrollPaddingStart: rowHeight,
  });
  const selectedIndex = useMemo(() => rows.findIndex((row) => row.key === selected), [rows, selected]);
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0));

  const scrollTo = useRef(virtualizer.scrollToIndex);
  scrollTo.current = virtualizer.scrollToIndex;
  const shownKey = useRef<string | null>(null);
  useEffect(() => {
    if (selected === shownKey.current) return;
    shownKey.current = selected;
    if (selectedIndex >= 0) scrollTo.current(selectedIndex, { align: 'auto' });
  }, [selected, selectedIndex]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('thead')) return;
    const current = rows[selectedIndex];
    if (event.key === 'Enter' && current) onOpen();
    else if (event.key === 'ArrowRight' && current?.group === 'closed') onToggleGroup(current.key);
    else if (event.key === 'ArrowLeft' && current?.group === 'open') onToggleGroup(current.key);
    else {
      const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
      const target = targetOfKey(event.key, selectedIndex, rows.length, pageRows);
      const row = target === null ? undefined : rows[target];
      if (!row) return;
      onSelect(row.key);
    }
    event.preventDefault();
  }

  const table = useRef<HTMLTableElement>(null);
  useCopyKey(table, () => {
    const current = rows[selectedIndex];
    return current ? textToCopy(current) : null;
  });

  const isVisible = items.some((item) => item.index === selectedIndex);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={table}
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose lines can be chosen is a grid
        role="grid"
        aria-label="Cross-origin requests"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={isVisible && selected !== null ? rowId(selected) : undefined}
        tabIndex={0}
        data-list=""
        onKeyDown={onKeyDown}
      >
        <TableHead sort={sort} onSort={onSort} widths={widths} onResize={onResize} />
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <RequestRow
                  key={row.key}
                  row={row}
                  index={item.index}
                  selected={item.index === selectedIndex}
                  onSelect={onSelect}
                  onOpen={onOpen}
                  onToggleGroup={onToggleGroup}
                />
              )
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the lines that are out of sight. */
function Spacer({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it cannot be focused
    <tr aria-hidden="true">
      <td className={styles.spacer} colSpan={8} style={{ height }} />
    </tr>
  );
}
