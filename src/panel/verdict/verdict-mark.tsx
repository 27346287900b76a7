import { type Mark, marks } from './mark.ts';
import styles from './verdict-mark.module.css';

/** One path per mark, in a box of 12 by 12. */
const shapes: Readonly<Record<Mark, string>> = {
  blocked: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  'not-cors': 'M6 1.2l5.2 9.3H.8zM6 4.6v2.6M6 8.6v.6',
  warning: 'M6 1.8v5.4M6 9.4v.8',
  unknown: 'M3.8 4.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M6 9.6v.6',
  pending: 'M2 6h.4M5.8 6h.4M9.6 6h.4',
  opaque: 'M6 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6',
  allowed: 'M1.8 6.4l2.8 2.8l5.6-6.4',
};

/** The verdict as a small picture. Decoration: words beside it say the same. */
export function VerdictMark({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={styles.mark} data-tone={marks[mark].tone} viewBox="0 0 12 12" aria-hidden="true">
      <path d={shapes[mark]} />
    </svg>
  );
}
