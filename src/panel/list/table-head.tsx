import { Icon } from '../icon/icon.tsx';
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

/** The columns' names. A click sorts by one, another turns the order, a third goes back to the order in time. */
export function TableHead({ sort, onSort }: { readonly sort: Sort; readonly onSort: (column: ColumnName) => void }) {
  return (
    <>
      <colgroup>
        {columnNames.map((column) => (
          <col key={column} data-column={column} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columnNames.map((column) => (
            <th key={column} scope="col" data-column={column} aria-sort={ariaSort(sort, column)}>
              <button type="button" onClick={() => onSort(column)} title={`Sort by ${labels[column].toLowerCase()}`}>
                <span className={column === 'mark' ? 'visually-hidden' : styles.label}>{labels[column]}</span>
                {sort?.column === column && <Icon name={sort.descending ? 'descending' : 'ascending'} />}
              </button>
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

function ariaSort(sort: Sort, column: ColumnName): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
