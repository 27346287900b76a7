// Records what the extension sees of the playground's scenarios in real Chromium: `npm run build:test`, then
// `npx tsx tests/unit/coverage/record-scenarios.ts [ID…]`. It overwrites recorded/chromium.json, which the tests beside it judge.

import { readFile, writeFile } from 'node:fs/promises';
import { scenarios } from '../../../playground/scenarios.js';
import { startPlayground } from '../../../playground/server.js';
import type { Observation } from '../../../src/exchange/observation.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { until } from '../../browsers/until.ts';
import { keptOnce } from '../../e2e/capture/read-log.ts';

const playground = await startPlayground({ portBase: 4710 });
const browser = await launchChromium('dist/chrome-test');
const page = await browser.openPage('about:blank');
const panel = await browser.openPanel(page);
await page.goto(playground.url);

/** Milliseconds that Chromium may take to say why it refused. Some refusals it never explains. */
const patience = 2_000;

const file = new URL('recorded/chromium.json', import.meta.url);
const wanted = process.argv.slice(2);
/** Those that are not recorded anew stay. */
const kept: Record<string, { own: string[]; observations: Observation[] }> =
  wanted.length === 0 ? {} : JSON.parse(await readFile(file, 'utf8')).scenarios;

const lines: string[] = [];
for (const { id } of scenarios) {
  const old = wanted.includes(id) ? undefined : kept[id];
  if (old) {
    lines.push(lineOf(id, old.own, old.observations));
    continue;
  }
  await panel.click('button[aria-label^=Clear]');
  const seen = await page.evaluate((name) => {
    const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<unknown> } };
    return app.run(name);
  }, id);
  const { observations } = await keptOnce(browser, page, `the end of ${id}`, ({ exchanges }) =>
    exchanges.every(({ ending }) => ending.kind !== 'pending'),
  );
  const said = async () => {
    const own = (await page.ownVerdicts()).filter(({ url }) => url.includes(`/${id}/`));
    return own.length > 0 ? own.flatMap(({ reason }) => reason ?? []) : undefined;
  };
  const mayBeExplained = /"saw":"(?:error|sent)"/.test(JSON.stringify(seen));
  const own = mayBeExplained ? await until(said, 'a word', patience).catch(() => []) : [];
  lines.push(lineOf(id, own, ofScenario(id, observations)));
}
await browser.close();
await playground.close();

await writeFile(file, `{"browser":${JSON.stringify(browser.name)},"scenarios":{\n${lines.join(',\n')}\n}}\n`);
console.log(`${lines.length} scenarios in ${browser.name}`);

function lineOf(id: string, own: readonly string[], observations: readonly Observation[]): string {
  const events = observations.map((observation) => JSON.stringify(observation));
  return `${JSON.stringify(id)}:{"own":${JSON.stringify(own)},"observations":[\n${events.join(',\n')}\n]}`;
}

/** What belongs to the scenario's own requests, not to the files that its frames load. */
function ofScenario(id: string, observations: readonly Observation[]): readonly Observation[] {
  const mine = new Set(
    observations.flatMap((one) =>
      'requestId' in one && 'url' in one && one.url.includes(`/${id}/`) ? [one.requestId] : [],
    ),
  );
  return observations.filter((one) => 'requestId' in one && mine.has(one.requestId));
}
