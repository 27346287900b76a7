import type { Advice } from '../../fix/fix.ts';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './advice-list.module.css';

/** What to do, or to know, beyond headers. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <ul className={styles.advice}>
      {advice.map(({ name, text }) => (
        <li key={name} data-advice={name}>
          <RichTextView text={text} />
        </li>
      ))}
    </ul>
  );
}
