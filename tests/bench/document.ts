import { writeFileSync } from 'node:fs';
import { type Figure, figureTable } from './figure.ts';
import { launches } from './page-load.ts';

/** One run, as it is kept. */
export interface BenchRun {
  /** When it was made, ISO 8601. */
  readonly date: string;
  /** The browser's own name and version; empty where none was measured. */
  readonly browser: string;
  readonly node: string;
  readonly figures: readonly Figure[];
}

const document = new URL('../../docs/benchmarks.md', import.meta.url);

/** Writes the figures into the documentation. */
export function writeDocument({ date, browser, node, figures }: BenchRun): void {
  const text = `# Benchmarks

Written by \`npm run bench -- --write\`; do not edit. Measured on ${date.slice(0, 10)} with ${browser.replace('/', ' ')} and Node.js
${node.slice(1)}. Each value is a median; behind ± stands how far that median may be off (95 %). What is compared runs in turn, each
on a machine that has worked off what was before, and each ratio is made within one round, so a busy machine slows both sides.
Of the page's loads each value is the median of ${launches} launches of all browsers: two launches of the very same differ by as much as
a twentieth.

- **Judging** is one verdict from a recorded exchange with the headers that a browser and a server add, against \`JSON.parse\` of the
  same exchange's JSON.
- **The saturating load** is 1,000 cross-origin requests to a local server that answers at once, 12 in flight: the worst case,
  bound by the processor. **The lifelike load** has 6 in flight, each answered after 30 ms. Every second request is preflighted.
- **The bare observer** is an extension of ten lines with the listeners that ours has while a page is busy, those of webRequest and
  the one of what DevTools record, and empty handlers: the floor for anything that listens so. **The one of webRequest only** leaves
  the record out. **The one of everything** has all listeners, which ours has while a page is not busy.
- **The idle extension** has the same permissions and does nothing: Chromium leads every request through its own process as soon as
  an extension may use webRequest or declarativeNetRequest, whether or not it listens. No extension with them can cost less.

${figureTable(figures)}
`;
  writeFileSync(document, text);
}
