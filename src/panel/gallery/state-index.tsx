import { useState } from 'react';
import '../tokens.css';
import type { GalleryState } from './gallery-state.ts';
import styles from './state-index.module.css';

const sizes = { docked: '1400 × 900', narrow: '400 × 900', shallow: '1400 × 250' } as const;
type Size = keyof typeof sizes;

/** Every state of the panel, to look at in three sizes. */
export function StateIndex({ states }: { readonly states: readonly GalleryState[] }) {
  const [chosen, choose] = useState(states[0]);
  const [size, setSize] = useState<Size>('docked');
  return (
    <div className={styles.index}>
      <nav className={styles.states} aria-label="States">
        <label>
          Size{' '}
          <select value={size} onChange={(event) => setSize(event.target.value as Size)}>
            {Object.entries(sizes).map(([name, label]) => (
              <option key={name} value={name}>
                {name} {label}
              </option>
            ))}
          </select>
        </label>
        <ul>
          {states.map((state) => (
            <li key={state.id}>
              <button type="button" aria-current={state === chosen ? 'page' : undefined} onClick={() => choose(state)}>
                {state.title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main className={styles.stage}>
        <h1>{chosen?.title}</h1>
        {chosen && <iframe key={chosen.id} title={chosen.title} data-size={size} src={`?state=${chosen.id}`} />}
      </main>
    </div>
  );
}
