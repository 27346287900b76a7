import { readFileSync } from 'node:fs';
import { agreementSentence } from './agreement-page.ts';

const block = /(?<=<!-- figures: written by scripts\/docs -->\n).*?(?=\n<!-- end -->)/s;

/** The README with the figures of today in it; the rest of it is written by hand. */
export function readme(): string {
  const text = readFileSync('README.md', 'utf8');
  if (!block.test(text)) throw new Error('README.md has no place for the figures');
  return text.replace(block, agreementSentence());
}
