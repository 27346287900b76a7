import type { RichText } from '../../explain/rich-text.ts';
import { RawText } from './raw-text.tsx';
import styles from './rich-text-view.module.css';

/** A sentence with quoted bytes in it. What is quoted comes from servers and pages, and is shown as foreign text. */
export function RichTextView({ text }: { readonly text: RichText }) {
  return (
    <>
      {text.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity
        <Part key={index} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { readonly part: RichText[number] }) {
  if (typeof part === 'string') return part;
  if ('code' in part) {
    return (
      <code className={styles.code}>
        <RawText text={part.code} />
      </code>
    );
  }
  if ('strong' in part) return <strong>{part.strong}</strong>;
  if ('bad' in part) {
    return (
      <code className={styles.bad}>
        <RawText text={part.bad} />
      </code>
    );
  }
  return (
    <code className={styles.good}>
      <RawText text={part.good} />
    </code>
  );
}
