import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import type { Difference } from './difference.ts';
import { type Range, rangesOf, whole } from './range.ts';

const separators = /[,;]/g;

/**
 * Several origins in one value, or what looks like it. The header takes one origin or `*`: a list is no way to allow several.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-allow-origin
 */
export function listDifference(expected: string, found: string): Difference | null {
  const members = listMembers(found);
  if (members.length > 1) return severalValues(expected, found, members);
  const strays = rangesOf(found, separators);
  if (strays.length > 0 && found.replace(separators, '').trim() === expected) {
    return {
      cause: 'stray-separator',
      found: strays,
      expected: [],
      text: rich`The value holds a stray ${code(found.slice(...(strays[0] ?? [0, 0])))} beside the origin. Send the origin alone.`,
    };
  }
  return null;
}

interface Member {
  readonly text: string;
  readonly range: Range;
}

function listMembers(found: string): Member[] {
  const cut = (pattern: RegExp): Member[] =>
    rangesOf(found, pattern)
      .map(([from, to]): Member => {
        const text = found.slice(from, to);
        const start = from + (text.length - text.trimStart().length);
        // A JSON array that was printed as it is: its members are in quotes.
        const bare = text.trim().replace(/^\[?["']+|["']+\]?$/g, '');
        return { text: bare, range: [start, start + text.trim().length] };
      })
      .filter((member) => member.text !== '');
  const byComma = cut(/[^,;]+/g);
  if (byComma.length > 1) return byComma;
  const bySpace = cut(/[^\s,;]+/g);
  // A space may also have slipped into a single origin.
  return bySpace.every(({ text }) => /^\*$|^null$|:\/\/./.test(text)) ? bySpace : [];
}

function severalValues(expected: string, found: string, members: readonly Member[]): Difference {
  const [first] = members;
  const others = members.filter(({ text }) => text !== expected);
  if (members.every(({ text }) => text === first?.text)) {
    return {
      cause: 'same-value-twice',
      found: [[first?.range[1] ?? 0, members.at(-1)?.range[1] ?? found.length]],
      expected: [],
      text: rich`The header is set ${members.length === 2 ? 'twice' : `${members.length} times`} with the same value. Two places add it, often the app and a proxy in front of it: remove it from one of them.`,
    };
  }
  if (members.some(({ text }) => text === '*')) {
    return {
      cause: 'wildcard-and-value',
      found: [[first?.range[1] ?? 0, members.at(-1)?.range[1] ?? found.length]],
      expected: [],
      text: rich`The value holds ${code('*')} and an origin. Two places add the header, often the app and a proxy in front of it: keep one of them.`,
    };
  }
  if (others.length < members.length) {
    return {
      cause: 'several-with-ours',
      found: others.map(({ range }) => range),
      expected: [],
      text: rich`The list holds your page's origin, but the header takes only one. Let the server compare the request's ${code('Origin')} with its list, and answer with that one origin and ${code('Vary: Origin')}.`,
    };
  }
  return {
    cause: 'several-without-ours',
    found: whole(found),
    expected: whole(expected),
    text: rich`The header takes only one origin, and your page's origin ${code(expected)} is not in this list. Add it to the server's list, and let the server answer with the one origin that asked and ${code('Vary: Origin')}.`,
  };
}

/** White space within a single origin. */
export function whitespaceInside(expected: string, found: string): Difference | null {
  const gaps = rangesOf(found, /\s+/g);
  if (gaps.length === 0) return null;
  const closed = found.replace(/\s+/g, '');
  return {
    cause: 'whitespace-inside',
    found: gaps,
    expected: [],
    text:
      closed === expected
        ? rich`There is white space inside the value. Remove it: the rest is your page's origin.`
        : rich`There is white space inside the value, so it is no origin. Send ${code(expected)} alone.`,
  };
}
