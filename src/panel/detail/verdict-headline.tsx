import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { markOf, marks } from '../verdict/mark.ts';
import { verdictAttributes } from '../verdict/verdict-attributes.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './verdict-headline.module.css';

/** The id of the heading that Enter in the list leads to. */
export const headlineId = 'verdict-headline';

/** The verdict in one sentence. */
export function VerdictHeadline({ judged }: { readonly judged: Judged }) {
  const mark = markOf(judged.verdict);
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
        <RichTextView text={judged.words.headline} />
      </span>
    </h2>
  );
}
