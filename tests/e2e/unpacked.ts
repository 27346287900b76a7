import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { packageName, storeFolder } from '../../scripts/package-name.ts';

/** Unpacks what `npm run package` made for a store, as the store would, into a new folder. */
export async function unpacked(kind: 'chrome' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-lens-'));
  const files = unzipSync(await readFile(join(storeFolder, packageName(kind))));
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}
