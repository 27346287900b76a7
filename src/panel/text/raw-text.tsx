import styles from './raw-text.module.css';
import { visibleText } from './visible-text.ts';

/** Text from a server or a page: cut off from the direction of the text around it, with nothing in it unseen. */
export function RawText({ text }: { readonly text: string }) {
  return (
    <bdi className={styles.raw}>
      {visibleText(text).map((piece, index) =>
        piece.writtenOut ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
          <span key={index} className={styles.writtenOut}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
