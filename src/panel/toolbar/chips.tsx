import { type ChipName, chipLabels, chipNames } from '../list/chips.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import styles from './chips.module.css';

/** One button per kind of verdict, with how many there are. Pressed ones filter the list. */
export function Chips({ counts }: { readonly counts: Readonly<Record<ChipName, number>> }) {
  const store = usePanelStore();
  const { chips } = usePanelState('chips');
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Show only</legend>
      {chipNames.map((chip) => (
        <button
          key={chip}
          type="button"
          className={styles.chip}
          data-chip={chip}
          data-count={counts[chip]}
          data-empty={counts[chip] === 0 || undefined}
          aria-pressed={chips.has(chip)}
          onClick={() => store.toggleChip(chip)}
        >
          {chipLabels[chip]} <span className={styles.count}>{counts[chip].toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  );
}
