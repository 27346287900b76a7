import type { RefObject } from 'react';
import { Icon } from '../icon/icon.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import styles from './filter-field.module.css';

/** The text filter. Escape empties it. */
export function FilterField({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const store = usePanelStore();
  const { filter } = usePanelState('filter');
  return (
    <search className={styles.field}>
      <Icon name="search" />
      <input
        ref={field}
        className={styles.input}
        type="text"
        aria-label="Filter by URL, header or reason"
        placeholder="Filter by URL, header, reason"
        title="Every word must occur. Put a minus in front of a word that must not."
        spellCheck={false}
        autoComplete="off"
        value={filter}
        onChange={(event) => store.setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter === '') return;
          event.preventDefault();
          event.stopPropagation();
          store.setFilter('');
        }}
      />
      {filter !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the filter"
          onClick={() => store.setFilter('')}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
