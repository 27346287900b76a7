import type { Range } from './look-alike/range.ts';
import { type RichPart, type RichText, rich } from './rich-text.ts';
import { quotable } from './visible.ts';

/** Bytes as they were. */
export const code = (value: string): RichPart => ({ code: shown(value) });

/** Bytes at fault. */
export const bad = (value: string): RichPart => ({ bad: shown(value) });

/** Bytes that fit. */
export const good = (value: string): RichPart => ({ good: shown(value) });

/** A sentence that quotes nothing would have a hole. */
const shown = (value: string): string => (value === '' ? '(empty)' : quotable(value));

/** A value with the given parts of it marked as being at fault. The ranges are in order and do not overlap. */
export function marked(value: string, faults: readonly Range[]): RichText {
  const parts: RichPart[] = [];
  let done = 0;
  for (const [from, to] of faults) {
    if (from > done) parts.push(code(value.slice(done, from)));
    if (to > from) parts.push(bad(value.slice(from, to)));
    done = Math.max(done, to);
  }
  if (done < value.length || value === '') parts.push(code(value.slice(done)));
  return parts;
}

/** "`a`", "`a` and `b`", "`a`, `b` and `c`"; more than `most` are counted: "`a`, `b` and 7 more". */
export function listed(values: readonly string[], quote: (value: string) => RichPart = code, most = 6): RichText {
  const shown = values.length > most ? values.slice(0, most - 1) : values;
  const rest = values.length - shown.length;
  const items: RichText[] = shown.map((value) => [quote(value)]);
  if (rest > 0) items.push([`${rest} more`]);
  return items.reduce<RichText>((text, item, index) => {
    if (index === 0) return item;
    return rich`${text}${index === items.length - 1 ? ' and ' : ', '}${item}`;
  }, []);
}
