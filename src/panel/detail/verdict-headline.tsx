import type { VerdictWords } from '../../explain/words.ts';
import { overriddenHeadline } from '../override/overridden-headline.ts';
import { overrideDuring } from '../override/periods.ts';
import { usePanelState } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { markOf, marks } from '../verdict/mark.ts';
import { verdictAttributes } from '../verdict/verdict-attributes.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { headlineId } from './headline-id.ts';
import styles from './verdict-headline.module.css';

/** The verdict in one sentence. */
export function VerdictHeadline({ judged, words }: { readonly judged: Judged; readonly words: VerdictWords }) {
  const { periods } = usePanelState('periods');
  const mark = markOf(judged.verdict);
  const overridden = overriddenHeadline(judged, overrideDuring(periods, judged.exchange));
  return (
    <h2
      id={headlineId}
      className={styles.headline}
      data-tone={marks[mark].tone}
      tabIndex={-1}
      data-detail=""
      {...verdictAttributes(judged)}
    >
      <VerdictMark mark={mark} />
      <span>
        <RichTextView text={overridden ?? words.headline} />
      </span>
    </h2>
  );
}
