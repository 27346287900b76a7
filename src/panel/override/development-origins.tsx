import { Button } from '../button/button.tsx';
import { usePanelState } from '../store/use-panel.tsx';
import { RawText } from '../text/raw-text.tsx';
import styles from './own-rules.module.css';
import { Refusal } from './refusal.tsx';
import { useOverrideCommand } from './use-override.ts';

/** The origins that the person added to those where an override may be on. */
export function DevelopmentOrigins() {
  const { override } = usePanelState('override');
  const { send, isBusy, refused } = useOverrideCommand();
  const origins = override?.developmentOrigins ?? [];
  return (
    <>
      <h3>Development origins</h3>
      <p>
        Overrides can be on for pages of <code>localhost</code> and its subdomains, of <code>*.test</code>,{' '}
        <code>*.local</code> and private addresses{origins.length > 0 ? ', and of the origins that you added:' : '.'}
      </p>
      <ul className={styles.rules}>
        {origins.map((origin) => (
          <li key={origin} data-development-origin={origin}>
            <code>
              <RawText text={origin} />
            </code>
            <Button
              kind="quiet"
              aria-label={`Remove ${origin}`}
              disabled={isBusy}
              onClick={() => void send({ kind: 'remove-development-origin', origin })}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <Refusal refused={refused} />
    </>
  );
}
