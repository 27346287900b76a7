import { expect, test } from 'vitest';
import { cutAt } from '../../../src/panel/detail/marked-text.tsx';
import { visibleText } from '../../../src/panel/text/visible-text.ts';

test.each([
  { name: 'plain text is one piece', text: 'https://app.test/', pieces: [['https://app.test/', false]] },
  { name: 'an empty text has no pieces', text: '', pieces: [] },
  {
    name: 'a bidi override is written out between the text around it',
    text: 'a\u202Eb',
    pieces: [
      ['a', false],
      ['[U+202E]', true],
      ['b', false],
    ],
  },
  {
    name: 'a vertical tab at the end is written out',
    text: '*\u000B',
    pieces: [
      ['*', false],
      ['[U+000B]', true],
    ],
  },
  {
    name: 'each of two zero-width spaces is a piece',
    text: '\u200B\u200B',
    pieces: [
      ['[U+200B]', true],
      ['[U+200B]', true],
    ],
  },
  { name: 'letters of other scripts stay', text: 'пример', pieces: [['пример', false]] },
])('visible text: $name', ({ text, pieces }) => {
  expect(visibleText(text).map((piece) => [piece.text, piece.writtenOut])).toEqual(pieces);
});

test.each([
  { name: 'nothing is marked without ranges', text: 'abc', ranges: [], pieces: ['abc'] },
  { name: 'a range in the middle cuts in three', text: 'abc', ranges: [[1, 2]], pieces: ['a', '[b]', 'c'] },
  { name: 'a range at the end cuts in two', text: 'abc/', ranges: [[3, 4]], pieces: ['abc', '[/]'] },
  { name: 'the whole may be marked', text: 'abc', ranges: [[0, 3]], pieces: ['[abc]'] },
  {
    name: 'two ranges cut in four',
    text: 'abcd',
    ranges: [
      [0, 1],
      [2, 3],
    ],
    pieces: ['[a]', 'b', '[c]', 'd'],
  },
  { name: 'an empty text has no pieces', text: '', ranges: [], pieces: [] },
] as const)('marked text: $name', ({ text, ranges, pieces }) => {
  const cut = cutAt(text, ranges).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));
  expect(cut).toEqual(pieces);
});
