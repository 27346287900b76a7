import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HarPiece, HarScanner } from '../../../src/exchange/har-scanner.ts';

function scan(text: string, cuts: readonly number[] = []): { pieces: HarPiece[]; scanner: HarScanner } {
  const scanner = new HarScanner();
  const pieces: HarPiece[] = [];
  const ends = [...cuts, text.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    pieces.push(...scanner.push(text.slice(from, to)));
    from = to;
  }
  return { pieces, scanner };
}

const found = ({ pieces }: ReturnType<typeof scan>) => pieces.map(({ field, text }) => [field, text.trim()]);

test('the entries and the other fields of log come apart; all else is passed over', () => {
  const text =
    '{"x":{"entries":[9]},"log":{"version":"1.2","pages":[{"id":"}"}],"entries":[{"a":[1]},{"b":"]"}],"n":null},"y":[]}';
  const scanned = scan(text);
  expect(found(scanned)).toEqual([
    ['version', '"1.2"'],
    ['pages', '[{"id":"}"}]'],
    [null, '{"a":[1]}'],
    [null, '{"b":"]"}'],
    ['n', 'null'],
  ]);
  expect(scanned.scanner.isWhole).toBe(true);
});

test('a piece knows where it begins', () => {
  const { pieces } = scan('{\n "log": {\n  "entries": [\n   {},\n   {}\n  ]\n }\n}');
  expect(pieces.map(({ place }) => [place.line, place.column])).toEqual([
    [4, 4],
    [5, 4],
  ]);
});

const value = fc.jsonValue({ depthSize: 'small', noUnicodeString: false });

test('whatever the archive holds and wherever it is cut, its pieces are the same', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 5 }),
      fc.dictionary(fc.string(), value, { maxKeys: 3 }),
      fc.constantFrom(undefined, 1),
      fc.array(fc.nat(300), { maxLength: 20 }),
      (entries, others, indent, cuts) => {
        const { log: _, ...root } = others;
        const { entries: __, ...fields } = others;
        const text = JSON.stringify({ ...root, log: { ...fields, entries } }, null, indent);
        const { pieces, scanner } = scan(
          text,
          cuts.filter((cut) => cut < text.length),
        );
        expect(scanner.isWhole).toBe(true);
        const read = pieces.filter(({ field }) => field === null).map((piece) => JSON.parse(piece.text) as unknown);
        expect(read).toEqual(JSON.parse(JSON.stringify(entries)));
        const lines = text.split('\n');
        for (const { text: piece, place } of pieces) {
          const { line, column } = place;
          expect(
            lines
              .slice(line - 1)
              .join('\n')
              .slice(column - 1)
              .startsWith(piece),
          ).toBe(true);
        }
      },
    ),
  );
});

describe('an archive that breaks off', () => {
  test.each([
    { name: 'in an entry', text: '{"log":{"entries":[{"a":1},{"b"', inPiece: true },
    { name: 'in a text', text: '{"log":{"entries":[{"a":"x\\', inPiece: true },
    { name: 'between entries', text: '{"log":{"entries":[{"a":1},', inPiece: false },
    { name: 'before its end', text: '{"log":{"entries":[{"a":1}]}', inPiece: false },
  ])('$name', ({ text, inPiece }) => {
    const { scanner } = scan(text);
    expect(scanner.isWhole).toBe(false);
    expect(scanner.openPiece !== null).toBe(inPiece);
    expect(scanner.place).toEqual({ line: 1, column: text.length + (text.endsWith('\\') ? 0 : 1) });
  });
});
