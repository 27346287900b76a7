import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { usePanelState } from '../store/use-panel.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './override-banner.module.css';
import { endWords } from './words.ts';

/** That the override has ended, and why; until the person has read it. One that was turned off by hand needs no banner. */
export function EndedBanner() {
  const { override } = usePanelState('override');
  const [readAt, setReadAt] = useState<number | null>(null);
  const ended = override?.ended ?? null;
  if (ended === null || ended.reason === 'turned-off' || ended.at === readAt) return null;
  return (
    <section
      className={styles.banner}
      aria-label="Header override"
      data-banner="override-ended"
      data-ended={ended.reason}
    >
      <div className={styles.line}>
        <span className={styles.words}>
          <VerdictMark mark="not-cors" />
          {endWords[ended.reason]} The page gets the server’s own headers again.
        </span>
        <Button data-action="dismiss-ended" onClick={() => setReadAt(ended.at)}>
          OK
        </Button>
      </div>
    </section>
  );
}
