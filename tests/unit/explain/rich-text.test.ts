import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSentences, markdown, plainText, type RichPart, rich } from '../../../src/explain/rich-text.ts';
import { quotable, unseenRanges, visible } from '../../../src/explain/visible.ts';

test('a template keeps words, parts and rich texts in their order', () => {
  const inner = rich`the header ${{ code: 'x-a' }}`;
  expect(rich`Send ${inner} and ${{ bad: 'x-b' }}${'.'}`).toEqual([
    'Send the header ',
    { code: 'x-a' },
    ' and ',
    { bad: 'x-b' },
    '.',
  ]);
});

test('sentences are joined by one space, and empty ones leave none', () => {
  expect(plainText(joinSentences([rich`One.`, [], rich`Two.`]))).toBe('One. Two.');
});

test.each<{ name: string; text: RichPart[]; is: string }>([
  { name: 'code becomes a code span', text: ['Send ', { code: 'x-a' }, '.'], is: 'Send `x-a`.' },
  { name: 'bad and good bytes are code too', text: [{ bad: 'a' }, ' ', { good: 'b' }], is: '`a` `b`' },
  { name: 'a backtick in a value does not end the span', text: [{ code: 'a`b' }], is: '``a`b``' },
  { name: 'a value that is a backtick is kept apart from the fence', text: [{ code: '`' }], is: '`` ` ``' },
  { name: 'a value of two backticks gets a longer fence', text: [{ code: 'x``y' }], is: '```x``y```' },
  { name: 'an empty value is said to be empty', text: [{ code: '' }], is: '(empty)' },
  { name: 'strong words are strong', text: [{ strong: 'now' }], is: '**now**' },
  {
    name: 'markup in words is escaped',
    text: ['<b>*x*</b> [a](b) _c_'],
    is: '\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\_c\\_',
  },
  { name: 'an address in words becomes no link', text: ['see https://evil.test'], is: 'see https\\://evil.test' },
  { name: 'a mention in words mentions nobody', text: ['@someone'], is: '&#64;someone' },
  { name: 'a number and a point at the start make no list', text: ['1. x'], is: '1\\. x' },
  { name: 'a hash at the start makes no heading', text: ['# x'], is: '\\# x' },
  { name: 'a line break in a value is shown, not made', text: [{ code: 'a\n# b' }], is: '`a[U+000A]# b`' },
])('Markdown: $name', ({ text, is }) => {
  expect(markdown(text)).toBe(is);
});

test.each([
  { name: 'a right-to-left override', text: 'a\u202Eb', is: 'a[U+202E]b' },
  { name: 'an isolate', text: '\u2066', is: '[U+2066]' },
  { name: 'a zero-width space', text: 'a\u200Bb', is: 'a[U+200B]b' },
  { name: 'a no-break space, which passes for a plain one', text: 'a\u00A0b', is: 'a[U+00A0]b' },
  { name: 'a soft hyphen', text: '\u00AD', is: '[U+00AD]' },
  { name: 'a byte order mark', text: '\uFEFF', is: '[U+FEFF]' },
  { name: 'an escape character', text: '\u001B[31m', is: '[U+001B][31m' },
  { name: 'a C1 control character', text: '\u0085', is: '[U+0085]' },
  { name: 'a lone surrogate', text: '\uD800', is: '[U+D800]' },
  { name: 'a tag character beyond the first plane', text: '\u{E0041}', is: '[U+E0041]' },
  { name: 'a tab', text: '\t', is: '[U+0009]' },
])('$name is made visible', ({ text, is }) => {
  expect(visible(text)).toBe(is);
});

test('letters, emoji and plain spaces stay as they are', () => {
  expect(visible('Zürich 東京 😀 a b')).toBe('Zürich 東京 😀 a b');
});

test('a very long value is cut in the middle', () => {
  const long = quotable(`start${'x'.repeat(5_000)}end`);
  expect(long.startsWith('start')).toBe(true);
  expect(long.endsWith('end')).toBe(true);
  expect(long.length).toBeLessThan(130);
});

test('whatever a value holds, its Markdown is one line, one code span, and shows nothing unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      const span = markdown([{ code: value }]);
      expect(span).not.toMatch(/[\r\n]/);
      expect(unseenRanges(span)).toEqual([]);
      if (value === '') return;
      const fence = /^`+/.exec(span)?.[0] ?? '';
      // The fence occurs at both ends and nowhere between.
      expect(
        span
          .slice(fence.length, -fence.length)
          .split(/(`+)/)
          .filter((run) => run === fence),
      ).toEqual([]);
      expect(span.endsWith(fence)).toBe(true);
    }),
  );
});
