import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { ColumnEdge } from './column-edge.tsx';
import { type ColumnWidths, cssWidth, defaultWidths, isResizable, moveEdge } from './column-widths.ts';
import styles from './request-table.module.css';
import { type ColumnName, columnNames, type Sort } from './sort.ts';

const labels: Readonly<Record<ColumnName, string>> = {
  mark: 'Verdict mark',
  method: 'Method',
  request: 'Request',
  from: 'From',
  preflight: 'Preflight',
  verdict: 'Verdict',
  type: 'Type',
  time: 'Time',
};

/** Pixels that an edge moves with one key. */
const keyStep = 10;

/**
 * The columns' names. A click sorts by one, another turns the order, a third goes back to the order in time. The edges
 * between them can be dragged; Shift with left and right moves the edge on a name's right.
 */
export const TableHead = memo(function TableHead(props: {
  readonly sort: Sort;
  readonly onSort: (column: ColumnName) => void;
  readonly widths: ColumnWidths;
  readonly onResize: (widths: ColumnWidths) => void;
}) {
  const { sort, onSort, widths, onResize } = props;
  const row = useRef<HTMLTableRowElement>(null);
  /** What is dragged, from the widths it began with; the settings follow when it is dropped. */
  const [drag, setDrag] = useState<{ shown: ReadonlyMap<ColumnName, number>; widths: ColumnWidths } | null>(null);
  const now = drag?.widths ?? widths;

  /** Moves the edge on a column's left: there, nothing that comes later in the row lies above it. */
  function dragEdge(column: ColumnName, by: number): void {
    const shown = drag?.shown ?? shownWidths(row.current);
    const order = [...shown.keys()];
    const before = order[order.indexOf(column) - 1];
    if (before) setDrag({ shown, widths: moveEdge(widths, shown, before, by) });
  }
  function drop(): void {
    if (drag) onResize(drag.widths);
    setDrag(null);
  }
  function onKeyDown(event: KeyboardEvent, column: ColumnName): void {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -keyStep, ArrowRight: keyStep };
    const step = steps[event.key];
    if (step === undefined || !event.shiftKey || !isResizable(column)) return;
    event.preventDefault();
    onResize(moveEdge(widths, shownWidths(row.current), column, step));
  }

  return (
    <>
      <colgroup>
        {columnNames.map((column) => (
          <col key={column} data-column={column} style={{ width: cssWidth(now, column) }} />
        ))}
      </colgroup>
      <thead>
        <tr ref={row} aria-rowindex={1}>
          {columnNames.map((column) => (
            <th key={column} scope="col" data-column={column} aria-sort={ariaSort(sort, column)}>
              <button
                type="button"
                onClick={() => onSort(column)}
                onKeyDown={(event) => onKeyDown(event, column)}
                title={titleOf(column)}
                aria-keyshortcuts={isResizable(column) ? 'Shift+ArrowLeft Shift+ArrowRight' : undefined}
              >
                <span className={column === 'mark' ? 'visually-hidden' : styles.label}>{labels[column]}</span>
                {sort?.column === column && <Icon name={sort.descending ? 'descending' : 'ascending'} />}
              </button>
              {hasEdge(column) && (
                <ColumnEdge
                  onDrag={(by) => dragEdge(column, by)}
                  onDrop={drop}
                  onReset={() => onResize(defaultWidths)}
                />
              )}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
});

/** Whether the edge on its left can be dragged: that of the first resizable column is the mark's. */
function hasEdge(column: ColumnName): boolean {
  return isResizable(column) && column !== 'method';
}

function titleOf(column: ColumnName): string {
  const sorting = `Sort by ${labels[column].toLowerCase()}`;
  return isResizable(column) ? `${sorting}. Shift with left or right changes the width.` : sorting;
}

/** The columns in sight, in their order: narrow lists hide some. */
function shownWidths(row: HTMLTableRowElement | null): Map<ColumnName, number> {
  const widths = columnNames.map((column, index): [ColumnName, number] => [
    column,
    row?.cells[index]?.getBoundingClientRect().width ?? 0,
  ]);
  return new Map(widths.filter(([, width]) => width > 0));
}

function ariaSort(sort: Sort, column: ColumnName): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
