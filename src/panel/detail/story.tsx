import { explainWarning } from '../../explain/explain-warning.ts';
import { learnLinkForWarning } from '../../explain/learn/learn-link.ts';
import type { VerdictWords } from '../../explain/words.ts';
import { LinkButton } from '../button/link-button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { Notice } from './notice.tsx';
import styles from './story.module.css';

/** What the server said, what the page needed, what therefore happened; then what else is to be known. */
export function Story({ judged, words }: { readonly judged: Judged; readonly words: VerdictWords }) {
  const { exchange, verdict } = judged;
  const store = usePanelStore();
  return (
    <div className={styles.story}>
      {words.contradiction !== null && (
        <Notice tone="warn">
          <RichTextView text={words.contradiction} />
        </Notice>
      )}
      {words.story.length > 0 && (
        <p>
          {words.story.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one story have no other identity
            <span key={index}>
              <RichTextView text={sentence} />{' '}
            </span>
          ))}
        </p>
      )}
      {words.alsoWrong.length > 0 && (
        <>
          <p className={styles.lead}>Fix this at the same time, or it fails next:</p>
          <ul>
            {words.alsoWrong.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one list have no other identity
              <li key={index}>
                <RichTextView text={sentence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {verdict.warnings.map((warning) => (
        <Notice key={`${warning.name} ${warning.parameter}`} tone="warn" name={warning.name}>
          <RichTextView text={explainWarning(warning, exchange, verdict).text} />{' '}
          <LinkButton data-action="learn-warning" onClick={() => store.showHelp(learnLinkForWarning(warning.name))}>
            Read more
          </LinkButton>
        </Notice>
      ))}
      {words.assumed.length > 0 && (
        <details className={styles.assumed}>
          <summary>What the browser did not tell</summary>
          <ul>
            {words.assumed.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one list have no other identity
              <li key={index}>
                <RichTextView text={sentence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
