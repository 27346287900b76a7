import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Har } from 'har-format';
import type { Recording } from './recording.ts';
import { runInChromium } from './run-in-chromium.ts';

/** What `recordHar` of Playwright writes. */
export async function recordPlaywright(page: string, ids: readonly string[]): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-lens-har-'));
  const path = join(folder, 'playwright.har');
  try {
    const said = await runInChromium(page, ids, { context: { recordHar: { path, content: 'omit' } } });
    return { har: JSON.parse(await readFile(path, 'utf8')) as Har, said };
  } finally {
    await rm(folder, { recursive: true });
  }
}
