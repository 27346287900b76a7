import { cards } from '../../explain/learn/cards.ts';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './card-list.module.css';
import { PictureView } from './pictures/picture-view.tsx';

/** Three short answers, each with a small picture and a way to read on. */
export function CardList() {
  const store = usePanelStore();
  return (
    <div className={styles.cards}>
      {cards.map((card) => (
        <article key={card.id} className={styles.card} data-card={card.id}>
          <h3>{card.title}</h3>
          <div className={styles.picture}>
            <PictureView picture={card.picture} />
          </div>
          <div className={styles.text}>
            {card.text.map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one card have no other identity
              <p key={index}>
                <RichTextView text={paragraph} />
              </p>
            ))}
          </div>
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
  );
}
