import { type KeyboardEvent, type ReactNode, useId } from 'react';
import styles from './tabs.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A remark behind the label: "detected". */
  readonly note?: string | undefined;
}

/** A row of tabs above what the selected one shows. Left and right move along the row. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Stands at the end of the row. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { label, tabs, selected, onSelect, more, children } = props;
  const id = useId();

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    const current = tabs.findIndex((tab) => tab.id === selected);
    const next = step === undefined ? undefined : tabs[(current + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  }

  return (
    <div>
      <div className={styles.row}>
        <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${id}-${tab.id}`}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={tab.id === selected}
              aria-controls={tab.id === selected ? `${id}-panel` : undefined}
              tabIndex={tab.id === selected ? 0 : -1}
              data-tab={tab.id}
              onClick={() => onSelect(tab.id)}
            >
              {tab.label}
              {tab.note !== undefined && <span className={styles.note}> {tab.note}</span>}
            </button>
          ))}
        </div>
        {more}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </div>
  );
}
