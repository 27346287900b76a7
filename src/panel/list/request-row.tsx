import { memo } from 'react';
import { visible } from '../../explain/visible.ts';
import { Icon } from '../icon/icon.tsx';
import { isChanged } from '../override/is-changed.ts';
import { RawText } from '../text/raw-text.tsx';
import { markOf, marks } from '../verdict/mark.ts';
import { verdictAttributes } from '../verdict/verdict-attributes.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import type { Row } from './group-repeats.ts';
import { preflightLabel } from './preflight-label.ts';
import { duration, firstHop, originLabel, requestLabel, timeLabel, typeLabel } from './request-parts.ts';
import styles from './request-table.module.css';

/** The document's id of a line, for `aria-activedescendant`. */
export function rowId(key: string): string {
  return `row-${key}`;
}

/** One line of the list. */
export const RequestRow = memo(function RequestRow(props: {
  readonly row: Row;
  readonly index: number;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onOpen: () => void;
  readonly onToggleGroup: (key: string) => void;
}) {
  const { row, index, selected, onSelect, onOpen, onToggleGroup } = props;
  const { judged } = row;
  const { exchange, verdict, short } = judged;
  const { url, method } = firstHop(exchange);
  const mark = markOf(verdict);
  const took = duration(exchange);
  const preflight = preflightLabel(exchange, verdict);
  return (
    <tr
      id={rowId(row.key)}
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-in-group={row.inGroup || undefined}
      data-count={row.count}
      {...verdictAttributes(judged)}
      onClick={() => onSelect(row.key)}
      onDoubleClick={onOpen}
    >
      <td data-column="mark">
        <VerdictMark mark={mark} />
      </td>
      <td data-column="method" title={visible(method)}>
        <RawText text={method} />
      </td>
      <td data-column="request" title={visible(url)}>
        {row.group !== null && (
          <button
            type="button"
            className={styles.group}
            tabIndex={-1}
            aria-expanded={row.group === 'open'}
            aria-label={`${row.count} requests with the same fault`}
            onClick={(event) => {
              event.stopPropagation();
              onToggleGroup(row.key);
            }}
          >
            <Icon name={row.group} />
            <span className={styles.times}>× {row.count.toLocaleString('en')}</span>
          </button>
        )}
        <RawText text={requestLabel(url)} />
      </td>
      <td data-column="from" data-tone="quiet" title={visible(exchange.initiator.origin ?? '')}>
        <RawText text={originLabel(exchange.initiator.origin)} />
      </td>
      <td data-column="preflight" data-tone={preflight === 'none' ? 'quiet' : undefined}>
        {preflight}
      </td>
      <td data-column="verdict" data-tone={marks[mark].tone} title={visible(short)}>
        <RawText text={short} />
        {isChanged(exchange) && <span className={styles.rules}>, by header rules</span>}
      </td>
      <td data-column="type" data-tone="quiet">
        <RawText text={typeLabel(exchange.type)} />
      </td>
      <td data-column="time" data-tone="quiet">
        {took === null ? 'pending' : timeLabel(took)}
      </td>
    </tr>
  );
});
