/**
 * Packs what `npm run build` left in dist for the stores, and the source that addons.mozilla.org asks for. The same
 * commit gives the same bytes.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageName, storeFolder } from './package-name.ts';
import { type ZippedFile, zip } from './zip.ts';

mkdirSync(storeFolder, { recursive: true });
write('chrome', filesBelow('dist/chrome'));
write('firefox', filesBelow('dist/firefox'));
write('source', trackedFiles());

function write(kind: Parameters<typeof packageName>[0], files: readonly ZippedFile[]): void {
  const path = join(storeFolder, packageName(kind));
  const bytes = zip(files);
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  console.log(`${path}  ${files.length} files, ${Math.ceil(bytes.length / 1024)} kB, sha256 ${sha256}`);
}

function filesBelow(folder: string): ZippedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) }));
}

/** What git tracks, as it stands in the working tree: no build output, no dependency. */
function trackedFiles(): ZippedFile[] {
  const list = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return list
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path, bytes: readFileSync(path) }));
}
