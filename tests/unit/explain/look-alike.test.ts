import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAlike, originCauses } from '../../../src/explain/look-alike.ts';
import { app, local, lookAlikeCases } from './look-alike-cases.ts';
import { proseFaults } from './prose.ts';

test.each(lookAlikeCases)('$name', ({ expected, found, cause, marks }) => {
  const result = lookAlike(expected, found);
  expect(result?.cause).toBe(cause);
  expect(result?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
  expect(proseFaults(result?.text ?? [], 'sentences')).toEqual([]);
});

test('every cause has a row that shows it', () => {
  const shown = new Set(lookAlikeCases.map(({ cause }) => cause));
  expect(originCauses.filter((cause) => !shown.has(cause))).toEqual([]);
});

test.each([
  { name: 'the same origin', expected: app, found: app },
  { name: 'the wildcard', expected: app, found: '*' },
  { name: 'an unrelated origin', expected: app, found: 'https://unrelated.org' },
  { name: 'hosts that share only a public ending', expected: 'https://one.co.uk', found: 'https://another.co.uk' },
  { name: 'a word without meaning', expected: app, found: 'example' },
  { name: 'null for null', expected: 'null', found: 'null' },
])('$name is no look-alike', ({ expected, found }) => {
  expect(lookAlike(expected, found)).toBeNull();
});

test.each([
  { found: 'http://localhost:3000/', causes: ['port-differs', 'trailing-slash'], marks: [':3000/'] },
  { found: 'https://localhost:5173/', causes: ['scheme-differs', 'trailing-slash'], marks: ['https://', '/'] },
  { found: 'http://127.0.0.1:3000', causes: ['loopback-name', 'port-differs'], marks: ['127.0.0.1:3000'] },
  { found: 'localhost', causes: ['no-scheme', 'port-missing'], marks: ['localhost'] },
  { found: 'HTTP://LOCALHOST', causes: ['port-missing', 'upper-case'], marks: ['HTTP', 'LOCALHOST'] },
])('$found has two faults, and both are marked', ({ found, causes, marks }) => {
  const result = lookAlike(local, found);
  expect(result?.causes).toEqual(causes);
  expect(result?.found.map(([from, to]) => found.slice(from, to))).toEqual(marks);
});

const headerValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: fc.constantFrom(...'htps:/.*,; "\'[]{}$^@?#%-_ax0'.split('')), maxLength: 40 }),
  fc.constantFrom(...lookAlikeCases.map(({ found }) => found)),
);
const origin = fc.oneof(
  fc.constantFrom(app, local, 'null', 'http://[::1]:8080', 'https://xn--bcher-kva.example'),
  headerValue,
);

test('on any two strings it throws nothing, and its ranges are in order, apart, not empty and within the strings', () => {
  fc.assert(
    fc.property(origin, headerValue, (expected, found) => {
      const result = lookAlike(expected, found);
      if (result === null) return;
      for (const [ranges, text] of [
        [result.found, found],
        [result.expected, expected],
      ] as const) {
        let end = -1;
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }
    }),
    { numRuns: 3_000 },
  );
});

test.each(['<%=', '(', '{', 'a-', '\t ', '[', '/a/', '"', `\${`, '.*', 'xn--'])(
  'a long run of %s takes no noticeable time',
  (run) => {
    for (const length of [1_900, 60_000]) {
      const start = performance.now();
      lookAlike(app, `x${run.repeat(length / run.length)}!`);
      expect(performance.now() - start).toBeLessThan(500);
    }
  },
);
