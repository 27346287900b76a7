import { cards } from '../../explain/learn/cards.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import { FullMessage } from './full-message.tsx';
import styles from './nothing-yet.module.css';

/** Nothing to show yet: how to see something, and three short answers meanwhile. */
export function NothingYet() {
  const store = usePanelStore();
  const paused = usePanelState().host.recording === 'paused';
  return (
    <FullMessage name={paused ? 'paused' : 'nothing-yet'} title={paused ? 'Recording is paused' : 'No requests yet'}>
      {paused ? (
        <>
          <p>Requests that the page makes now are not listed.</p>
          <Button kind="primary" data-action="record" onClick={() => store.host.setRecording(true)}>
            Record
          </Button>
        </>
      ) : (
        <>
          <p>
            Cross-origin requests show here as the page makes them. Reload the page to see its requests from the start.
          </p>
          <Button kind="primary" data-action="reload" onClick={() => store.host.reloadPage()}>
            <Icon name="reload" />
            Reload the page
          </Button>
        </>
      )}
      <div className={styles.cards}>
        {cards.map((card) => (
          <article key={card.id} className={styles.card}>
            <h3>{card.title}</h3>
            {card.text.map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one card have no other identity
              <p key={index}>
                <RichTextView text={paragraph} />
              </p>
            ))}
            <button
              type="button"
              className={styles.more}
              aria-label={`Read more: ${card.title}`}
              onClick={() => store.showHelp(card.article)}
            >
              Read more
            </button>
          </article>
        ))}
      </div>
    </FullMessage>
  );
}
