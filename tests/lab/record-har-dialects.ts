/**
 * Records the same scenarios of the playground as other programs than the browsers' own DevTools write them, with what the
 * browser itself said of each: `tsx tests/lab/record-har-dialects.ts [WRITER…]`. It needs Chromium; Debian's mitmproxy; for
 * WebKit its MiniBrowser and Xvfb; and `npm install --no-save chrome-har chrome-har-capturer`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Har } from 'har-format';
import { startPlayground } from '../../playground/server.js';
import { type Recording, recordChromeHar, recordChromeHarCapturer } from './har-dialects/by-protocol.ts';
import { recordMitmproxy } from './har-dialects/mitmproxy.ts';
import { recordPlaywright } from './har-dialects/playwright.ts';
import { recordWebInspector } from './har-dialects/web-inspector.ts';

/** One of each kind. */
const scenarios = [
  'simple',
  'named-origin',
  'preflighted',
  'missing-allow-origin',
  'trailing-slash',
  'wildcard-with-credentials',
  'preflight-missing-allow-origin',
  'method-not-allowed',
  'header-not-allowed',
  'preflight-405',
  'redirect',
  'redirect-missing-allow-origin',
  'no-cors',
] as const;

const writers: Readonly<Record<string, (page: string, ids: readonly string[]) => Promise<Recording>>> = {
  mitmproxy: recordMitmproxy,
  playwright: recordPlaywright,
  'chrome-har': recordChromeHar,
  'chrome-har-capturer': recordChromeHarCapturer,
  'web-inspector': recordWebInspector,
};

const folder = 'tests/unit/exchange/har-dialects';
const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (const [name, record] of Object.entries(writers)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const playground = await startPlayground({ portBase: 26_100 });
  try {
    const { har, said } = await record(playground.url, scenarios);
    const archive = onlyScenarios(har);
    await writeFile(`${folder}/${name}.har`, `${JSON.stringify(archive)}\n`);
    await writeFile(`${folder}/${name}-said.json`, `${JSON.stringify(said, null, 2)}\n`);
    console.log(`${name}: ${archive.log.entries.length} entries, ${said.length} words of the browser`);
  } finally {
    await playground.close();
  }
}

/** Without the page's own files, and without bodies. */
function onlyScenarios({ log }: Har): Har {
  const entries = log.entries.filter(({ request }) => scenarios.some((id) => request.url.includes(`/${id}/`)));
  for (const { response } of entries) delete response.content.text;
  return { log: { ...log, entries } };
}
