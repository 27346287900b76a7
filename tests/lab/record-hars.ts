/**
 * Records archives of the playground as the browsers' own DevTools write them, with what each browser itself said of
 * the requests, for the tests of the import: `tsx tests/lab/record-hars.ts`. It needs the test builds.
 */
import { writeFile } from 'node:fs/promises';
import type { Har } from 'har-format';
import { startPlayground } from '../../playground/server.js';
import { engineNames, launch } from '../browsers/launch.ts';

/** One of each kind; all of them would make large files that say nothing more. */
const recorded = [
  'simple',
  'named-origin',
  'credentials',
  'preflighted',
  'cached-preflight',
  'preflight-repeated',
  'missing-allow-origin',
  'trailing-slash',
  'empty-value',
  'two-header-lines',
  'wildcard-with-credentials',
  'event-source-with-credentials',
  'beacon-wildcard',
  'preflight-missing-allow-origin',
  'preflight-missing-allow-credentials',
  'method-not-allowed',
  'header-not-allowed',
  'preflight-405',
  'preflight-redirect',
  'redirect',
  'redirect-missing-allow-origin',
  'redirect-tainted',
  'redirect-tainted-wildcard',
  'redirect-tainted-preflight',
  'redirect-second-preflight',
  'redirect-to-app',
  'worker-blocked',
  'worker-preflighted',
  'sandboxed-frame-blocked',
  'font-blocked',
  'font',
  'login-page-behind-redirect',
  'connection-refused',
  'connection-refused-preflight',
  'aborted',
  'no-cors',
  'corp-image',
] as const;

for (const engine of engineNames) {
  const playground = await startPlayground({ portBase: 26_000 });
  const browser = await launch(engine);
  try {
    const page = await browser.openPage('about:blank');
    const panel = await browser.openPanel(page);
    const readLog = () =>
      panel.evaluate(async () => {
        type GetHar = (done?: (log: Har['log']) => void) => Promise<Har['log']> | undefined;
        const api = globalThis as unknown as Record<
          'browser' | 'chrome',
          { devtools: { network: { getHAR: GetHar } } }
        >;
        // Chromium calls back, Firefox promises.
        return new Promise<Har['log']>((resolve) => void api.chrome.devtools.network.getHAR(resolve)?.then(resolve));
      });
    await readLog(); // Firefox begins to collect when it is first asked.
    await page.goto(playground.url);
    for (const id of recorded) {
      await page.evaluate((wanted) => {
        const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
        return app.run(wanted).then(() => null);
      }, id);
    }
    const log = await readLog();
    const entries = log.entries.filter(({ request }) => recorded.some((id) => request.url.includes(`/${id}/`)));
    for (const { response } of entries) delete response.content.text;
    const own = (await page.ownVerdicts()).filter(({ reason }) => reason !== null);
    const folder = 'tests/unit/exchange/recorded';
    await writeFile(`${folder}/${engine}.har`, `${JSON.stringify({ log: { ...log, entries } })}\n`);
    const said = own.map(({ url, reason }) => ({ url, reason }));
    await writeFile(`${folder}/${engine}-said.json`, `${JSON.stringify(said, null, 2)}\n`);
    console.log(`${engine}: ${entries.length} entries, ${said.length} words of the browser`);
  } finally {
    await browser.close();
    await playground.close();
  }
}
