import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeLog } from '../../../src/exchange/fold.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { settledRows } from '../../browsers/panel-rows.ts';
import { until } from '../../browsers/until.ts';
import { isOpen, pathOf } from './deadly-burst.ts';
import { api, type EchoServers, frameScript, page as pageUrl, startEchoServers } from './echo-servers.ts';
import { hasKeeper, logOnce } from './read-log.ts';

/** The same server under another name: another origin. */
const elsewhere = 'http://127.0.0.1:4420';

/** Parts of addresses and values of headers that somebody made to break what reads them. */
const hostileParts = [
  '<img src=x onerror=globalThis.ran=1>',
  '\u202etxt.exe',
  '__proto__/constructor',
  '%00%ff%',
  'q'.repeat(4_000),
  "';alert(1)//",
];

/** Milliseconds: how long a busy machine may take to tell of thousands of requests. */
const manyRequests = 60_000;

let servers: EchoServers;

beforeAll(async () => {
  servers = await startEchoServers();
});
afterAll(() => servers.close());

/**
 * So many requests, as fast as they go with 60 in flight: every fifth refused, every fourth preflighted, all with
 * something hostile in the address, the preflighted ones in a header too.
 */
function flood(page: DrivenPage, name: string, count: number): Promise<void> {
  return page.evaluate(
    async (base, part, total, parts) => {
      let next = 0;
      const work = async () => {
        while (next < total) {
          const index = next++;
          const hostile = parts[index % parts.length] ?? '';
          const headers = { [`x-hostile-${index % 7}`]: encodeURIComponent(hostile).slice(0, 2_000) };
          const address = `${base}/${index % 5 ? 'allow' : 'refuse'}/${part}/${index}?${hostile}`;
          await fetch(address, index % 4 === 0 ? { headers } : {}).then(
            (response) => response.text(),
            () => null,
          );
        }
      };
      await Promise.all(Array.from({ length: 60 }, work));
    },
    api,
    name,
    count,
    hostileParts,
  );
}

/**
 * Adds frames of every kind, so many rounds, and takes each away again: in every second round as soon as it has loaded,
 * in the others when its requests have ended.
 */
function framesThatComeAndGo(page: DrivenPage, rounds: number): Promise<void> {
  return page.evaluate(
    async (other, script, total) => {
      const comeAndGo = async (made: Partial<HTMLIFrameElement>, sandbox: string | null, stays: boolean) => {
        const frame = document.createElement('iframe');
        if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        const ended = new Promise<void>((done) => {
          addEventListener('message', ({ source }) => source === frame.contentWindow && done());
        });
        document.body.append(Object.assign(frame, made));
        await (stays ? ended : loaded);
        frame.remove();
      };
      for (let round = 0; round < total; round++) {
        const stays = round % 2 === 0;
        const part = stays ? 'staying' : 'leaving';
        const inline = (kind: string) => ({
          srcdoc: `<script>globalThis.frameName = '${part}/${kind}/${round}'; ${script}</script>`,
        });
        await Promise.all([
          comeAndGo({ src: `/frame?${round}#${part}/same/${round}` }, null, stays),
          comeAndGo({ src: `${other}/frame?${round}#${part}/cross/${round}` }, null, stays),
          comeAndGo({ src: `/frame?s${round}#${part}/sandboxed/${round}` }, 'allow-scripts', stays),
          comeAndGo(inline('srcdoc'), null, stays),
          comeAndGo(inline('sandboxed-srcdoc'), 'allow-scripts', stays),
        ]);
      }
    },
    elsewhere,
    frameScript,
    rounds,
  );
}

/** Every request of the frames of a kind. */
function framePaths(part: 'staying' | 'leaving', rounds: number): string[] {
  const ofKind = Array.from({ length: rounds }, (_, round) => round).filter(
    (round) => (round % 2 === 0) === (part === 'staying'),
  );
  return ofKind
    .flatMap((round) =>
      ['same', 'cross', 'sandboxed', 'srcdoc', 'sandboxed-srcdoc'].map((kind) => `frame/${part}/${kind}/${round}`),
    )
    .flatMap((frame) => [0, 1, 2, 3].map((index) => `/${index === 3 ? 'refuse' : 'allow'}/${frame}/${index}`))
    .sort();
}

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;
  let panel: DrivenPanel;

  beforeAll(async () => {
    servers.arrived.length = 0;
    browser = await launch(engine, {
      // So that a page may close itself, though no script opened it.
      preferences: { 'dom.allow_scripts_to_close_windows': true },
      args: engine === 'chromium' ? ['--blink-settings=allowScriptsToCloseWindows=true'] : [],
    });
    page = await browser.openPage(pageUrl);
    panel = await browser.openPanel(page);
    await logOnce(browser, page, 'the keeper');
  });
  afterAll(() => browser.close());

  /** Requests of this name that reached the server, each as often as it did. */
  const arrivedOf = (part: string) => servers.arrived.map(({ path }) => path).filter((path) => path.includes(part));
  const shownOf = ({ exchanges }: ExchangeLog, part: string) =>
    exchanges
      .filter(({ hops: [hop] }) => hop?.method !== 'OPTIONS')
      .map(pathOf)
      .filter((path) => path.includes(part));

  test('a page that floods while frames come and go loses none, doubles none, leaves none open', {
    timeout: 400_000,
  }, async () => {
    const count = 3_000;
    const rounds = 24;
    const started = Date.now();
    await Promise.all([flood(page, 'flood', count), framesThatComeAndGo(page, rounds)]);
    const flooded = Date.now();
    const wanted = Array.from({ length: count }, (_, index) => `/${index % 5 ? 'allow' : 'refuse'}/flood/${index}`);
    const log = await logOnce(
      browser,
      page,
      'the whole flood',
      (now) => shownOf(now, '/flood/').length >= count && now.exchanges.every((one) => one.ending.kind !== 'pending'),
      manyRequests,
    );
    console.log(
      `${browser.name}: ${count} in ${flooded - started} ms, whole after ${Date.now() - flooded} ms, of frames that leave ${arrivedOf('/leaving/').length} arrived and ${shownOf(log, '/leaving/').length} are shown, ${log.interruptions.length} gaps`,
    );
    expect(shownOf(log, '/flood/').sort()).toEqual(wanted.sort());
    expect(shownOf(log, '/staying/').sort()).toEqual(framePaths('staying', rounds));
    // What a frame takes away with it while it is being asked for, a browser may not tell: it is in no tab any more.
    const leaving = shownOf(log, '/leaving/');
    expect(new Set(leaving).size).toBe(leaving.length);
    expect(leaving.filter((path) => !framePaths('leaving', rounds).includes(path))).toEqual([]);
    expect(log.exchanges.filter((one) => !pathOf(one).includes('/leaving/') && isOpen(one))).toEqual([]);
  });

  test('the panel that was flooded still answers, and nothing of the flood acts in it', async () => {
    const asked = Date.now();
    expect(await settledRows(panel, '/flood/1234?', 1)).toHaveLength(1);
    console.log(`${browser.name}: the panel filtered in ${Date.now() - asked} ms`);
    expect(await panel.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  test('a page that goes away in its own flood leaves nothing open, and what follows is recorded', async () => {
    await page.evaluate((base) => {
      for (let index = 0; index < 600; index++) void fetch(`${base}/allow/going/${index}?wait=20`).catch(() => null);
      setTimeout(() => location.assign('/next'), 300);
    }, api);
    const isNext = () => page.evaluate(() => location.pathname === '/next');
    // While it is between two documents there is none to ask.
    await until(async () => (await isNext().catch(() => false)) || undefined, 'the next page');
    await flood(page, 'next', 20);
    const log = await logOnce(
      browser,
      page,
      'the next page, and nothing open',
      (now) => shownOf(now, '/next/').length === 20 && now.exchanges.every(({ ending }) => ending.kind !== 'pending'),
      manyRequests,
    );
    const shown = shownOf(log, '/going/');
    console.log(`${browser.name}: ${arrivedOf('/going/').length} arrived, ${shown.length} shown`);
    expect(new Set(shown).size).toBe(shown.length);
    expect(arrivedOf('/going/').filter((path) => !shown.includes(path))).toEqual([]);
  });

  test('a page that closes itself in its own flood takes nothing of another with it', async () => {
    const other = await browser.openPage(pageUrl);
    await browser.openDevTools(other);
    await logOnce(browser, other, 'its keeper');
    await other.evaluate((base) => {
      for (let index = 0; index < 600; index++) void fetch(`${base}/allow/closing/${index}?wait=20`).catch(() => null);
      setTimeout(() => window.close(), 300);
    }, api);
    await until(async () => ((await hasKeeper(browser, other)) ? undefined : true), 'its DevTools to close with it');
    await flood(page, 'after', 20);
    expect(await settledRows(panel, '/after/', 20)).toHaveLength(20);
    expect(await settledRows(panel, '/closing/', 0)).toEqual([]);
  });
});
