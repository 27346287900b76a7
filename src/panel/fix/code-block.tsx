import { CopyButton } from '../button/copy-button.tsx';
import { RawText } from '../text/raw-text.tsx';
import styles from './code-block.module.css';

/** Lines of code. */
export interface CodeLine {
  readonly text: string;
  readonly marked: boolean;
  /** A word beside the line, which is not copied. */
  readonly remark?: string;
}

/** Lines to copy under a title, those that matter marked. */
export function CodeBlock({ title, lines }: { readonly title: string; readonly lines: readonly CodeLine[] }) {
  return (
    <figure className={styles.block}>
      <figcaption className={styles.head}>
        <span className={styles.title}>
          <RawText text={title} />
        </span>
        <CopyButton kind="quiet" label="Copy" text={() => lines.map((line) => `${line.text}\n`).join('')} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span key={index} className={styles.line} data-marked={line.marked || undefined}>
            <RawText text={line.text} />
            {line.remark && <span className={styles.remark}>{line.remark}</span>}
            {'\n'}
          </span>
        ))}
      </pre>
    </figure>
  );
}
