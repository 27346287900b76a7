import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldDocs } from '../../../scripts/docs/field-docs.ts';
import { markdownTable } from '../../../scripts/docs/markdown-table.ts';
import { pages } from '../../../scripts/docs/pages.ts';

test.each(Object.entries(pages))('%s is what the code says today; if not: npm run docs', (path, page) => {
  expect(readFileSync(path, 'utf8')).toBe(page());
});

test('the documentation of a field is read in one line, and a field may have none', () => {
  const source = `export interface Other {
  /** Not this. */
  readonly a: string;
}

export interface Rules {
  /** One line. */
  readonly first: boolean;
  readonly second: string;
  /**
   * Two
   * lines.
   */
  readonly third: 'a' | 'b';
}
`;
  expect(fieldDocs(source, 'Rules')).toEqual([
    { name: 'first', text: 'One line.' },
    { name: 'second', text: '' },
    { name: 'third', text: 'Two lines.' },
  ]);
  expect(() => fieldDocs(source, 'Nobody')).toThrow('Nobody');
});

test('a bar in a cell does not end the cell', () => {
  expect(markdownTable(['a'], [['x|y']])).toBe('| a |\n| --- |\n| x\\|y |');
});
