import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zip } from '../../../scripts/zip.ts';
import { type FirefoxDriver, launchFirefox } from '../../browsers/firefox.ts';
import * as chromeScope from '../../browsers/firefox-chrome-scope.ts';
import { until } from '../../browsers/until.ts';
import { burstRequests, makeBurst } from './deadly-burst.ts';
import { api, type EchoServers, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { logOnce } from './read-log.ts';

const extension = 'dist/firefox-test';

let servers: EchoServers;
let browser: FirefoxDriver;
let folder: string;

beforeAll(async () => {
  servers = await startEchoServers();
  // The package is signed by nobody. Firefox ESR and Developer Edition let it be so, a release does not.
  browser = await launchFirefox(extension, { preferences: { 'xpinstall.signatures.required': false } });
  folder = await mkdtemp(join(tmpdir(), 'cors-lens-update-'));
});
afterAll(async () => {
  await browser.close();
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

/** Packs the extension again, as a much later version. Gives the path of the package. */
async function packUpdate(): Promise<string> {
  const entries = await readdir(extension, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = files.map(async (file) => {
    const path = relative(extension, file);
    const bytes = await readFile(file);
    if (path !== 'manifest.json') return { path, bytes };
    const manifest = { ...(JSON.parse(bytes.toString()) as object), version: '999.0' };
    return { path, bytes: Buffer.from(JSON.stringify(manifest)) };
  });
  const path = join(folder, 'update.xpi');
  await writeFile(path, zip(await Promise.all(contents)));
  return path;
}

// Chromium waits by itself for as long as the background runs, which open DevTools see to.
test('in Firefox an update waits until DevTools are closed, and what was recorded stays', async () => {
  const page = await browser.openPage(pageUrl);
  const devtools = await browser.openDevTools(page);
  await logOnce(browser, page, 'the keeper');
  await makeBurst(page, api, burstRequests('before', 20), 5);
  const steps = async () => (await browser.inChromeScope(chromeScope.updateSteps)).join();
  await browser.inChromeScope(chromeScope.beginUpdate, await packUpdate());
  await until(async () => ((await steps()) === '' ? undefined : true), 'the update to go on');
  expect(await steps()).toBe('postponed');
  await makeBurst(page, api, burstRequests('after', 20), 5);
  await logOnce(browser, page, 'what came before and after', ({ exchanges, interruptions }) => {
    return exchanges.length === 40 && interruptions.length === 0;
  });
  await devtools.close();
  await until(async () => ((await steps()) === 'postponed,installed' ? true : undefined), 'the update');
});
