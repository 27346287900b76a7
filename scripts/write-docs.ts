/** Writes the pages of the documentation that come from the code: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { pages } from './docs/pages.ts';

for (const [path, page] of Object.entries(pages)) {
  writeFileSync(path, page());
  console.log(path);
}
