import { lookAlike } from '../../explain/look-alike.ts';
import { ClippedText } from '../text/clipped-text.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './look-alike-value.module.css';
import { MarkedText } from './marked-text.tsx';

/** The origin the server allows above the page's own, with the bytes that differ marked and the reason in words. */
export function LookAlikeValue({ expected, found }: { readonly expected: string; readonly found: string }) {
  const alike = lookAlike(expected, found);
  return (
    <div className={styles.block}>
      <dl className={styles.values}>
        <dt>server allows</dt>
        <dd>{alike ? <MarkedText text={found} ranges={alike.found} tone="bad" /> : <ClippedText text={found} />}</dd>
        <dt>page is</dt>
        <dd>
          {alike ? <MarkedText text={expected} ranges={alike.expected} tone="good" /> : <ClippedText text={expected} />}
        </dd>
      </dl>
      {alike && (
        <p className={styles.why}>
          <RichTextView text={alike.text} />
        </p>
      )}
    </div>
  );
}
