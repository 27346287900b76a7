import type { Range } from '../../explain/look-alike.ts';
import { RawText } from '../text/raw-text.tsx';
import styles from './marked-text.module.css';

/** Foreign text with some of its bytes marked. */
export function MarkedText({
  text,
  ranges,
  tone,
}: {
  readonly text: string;
  readonly ranges: readonly Range[];
  readonly tone: 'good' | 'bad';
}) {
  return cutAt(text, ranges).map((piece) =>
    piece.marked ? (
      <mark key={piece.from} className={styles.mark} data-kind={tone}>
        <RawText text={piece.text} />
      </mark>
    ) : (
      <RawText key={piece.from} text={piece.text} />
    ),
  );
}

/** The text in pieces, each inside one of the ranges or between them. Ranges are in order and do not overlap. */
export function cutAt(text: string, ranges: readonly Range[]): { from: number; text: string; marked: boolean }[] {
  const pieces: { from: number; text: string; marked: boolean }[] = [];
  let done = 0;
  const add = (to: number, marked: boolean) => {
    if (to > done) pieces.push({ from: done, text: text.slice(done, to), marked });
    done = Math.max(done, to);
  };
  for (const [from, to] of ranges) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}
