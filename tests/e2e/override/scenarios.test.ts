import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { startPlayground } from '../../../playground/server.js';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import type { OverridePlan } from '../../../src/override/plan.ts';
import { planOverride } from '../../../src/override/plan-override.ts';
import type { BrowserDriver, DrivenDocument, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { logFrom, logOnce } from '../capture/read-log.ts';
import { giveCommand, openPanelPage, readRules, readState } from './override-port.ts';

/** Refused inside the page, or without a word to extensions: no line in the panel, so nothing to press. */
const unseen = ['no-cors-redirect', 'mode-same-origin', 'unsupported-scheme', 'csp-connect-src', 'same-origin'];

/** These need a browser that was started with flags of their own, or never end by themselves. */
const setApart = ['local-network-access', 'local-network-insecure', 'address-space-mismatch', 'aborted'];

/** Refused by Firefox for the lines that the server sent, whatever rules make of them. */
const countedByFirefox = ['two-header-lines', 'wildcard-and-origin', 'preflight-multiple-allow-origin'];

function scenariosFor(engine: EngineName) {
  const leftOut = [...unseen, ...setApart, ...(engine === 'firefox' ? ['unsafe-port'] : [])];
  return scenarios.filter(({ id }) => !leftOut.includes(id));
}

/** What is behind a redirect shows only once the redirect was allowed; that a request has credentials, once it was refused for that. */
const mostRounds = 4;

interface Seen {
  readonly saw: 'answer' | 'opaque' | 'error' | 'sent';
}

interface Judged {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
}

interface Row {
  readonly id: string;
  readonly before: string;
  readonly presses: number;
  readonly after: string;
}

let playground: Awaited<ReturnType<typeof startPlayground>>;

beforeAll(async () => {
  playground = await startPlayground({ portBase: 4820 });
});
afterAll(() => playground.close());

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;
  let panel: DrivenDocument;
  const rows: Row[] = [];

  beforeAll(async () => {
    browser = await launch(engine);
    page = await browser.openPage(playground.url);
    await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    panel = await openPanelPage(browser, page);
  });
  afterAll(async () => {
    const width = Math.max(...rows.map(({ id }) => id.length));
    const lines = rows.map(
      ({ id, before, presses, after }) => `${id.padEnd(width)}  ${before.padEnd(38)}  ${presses}  ${after}`,
    );
    console.log([`${browser.name}: scenario, before, presses of "Try this fix", after`, ...lines].join('\n'));
    await browser.close();
  });

  /** Runs a scenario, and gives what the page saw of it and what the log says of its exchanges. */
  async function run(id: string): Promise<{ seen: readonly Seen[]; judged: readonly Judged[] }> {
    const mine = ({ hops }: Exchange) => hops.some(({ url }) => url.includes(`/${id}/`));
    const before = (await logFrom(panel, page, 'the log')).exchanges.filter(mine).length;
    const seen = await page.evaluate((wanted) => {
      const { playground: app } = globalThis as unknown as { playground: { run(id: string): Promise<Seen[]> } };
      return app.run(wanted);
    }, id);
    const log = await logFrom(panel, page, `the end of ${id}`, ({ exchanges }) => {
      const all = exchanges.filter(mine).slice(before);
      return all.length >= seen.length && all.every(({ ending }) => ending.kind !== 'pending');
    });
    const exchanges = log.exchanges.filter(mine).slice(before);
    return { seen, judged: exchanges.map((exchange) => ({ exchange, verdict: judge(exchange, engine) })) };
  }

  /** As the panel plans it, when the button for these requests is pressed. */
  async function plan(judged: readonly Judged[]): Promise<OverridePlan> {
    const state = await readState(panel, page.tabId);
    const wanted = judged.map(({ exchange, verdict }) => ({ exchange, fix: fixFor(exchange, verdict) }));
    return planOverride(wanted, {
      engine,
      developmentOrigins: state?.developmentOrigins ?? [],
      initiators: [playground.origins.page],
      active: state?.override?.patches ?? [],
    });
  }

  test.each(scenariosFor(engine).map(({ id, headersCanFix }) => ({ id, headersCanFix })))(
    '$id',
    async ({ id, headersCanFix }) => {
      expect(await readRules(browser)).toEqual([]);
      const first = await run(id);
      let last = first;
      let presses = 0;
      let reason = '';
      let warning = '';
      for (; presses < mostRounds; presses += 1) {
        const stopped = last.judged.filter(({ verdict }) => isStopped(verdict));
        if (stopped.length === 0) break;
        const { patches, cannot, notes } = await plan(stopped);
        reason = cannot.map(({ text }) => plainText(text)).join(' ');
        warning = notes.map(plainText).find((note) => /on several lines/.test(note)) ?? warning;
        if (patches.length === 0) break;
        expect(await giveCommand(panel, page.tabId, { kind: 'start', patches })).toEqual({ done: true });
        last = await run(id);
        if (last.judged.some(({ verdict }) => verdict.outcome === 'allowed')) expectBothHeaders(last.judged);
      }
      const isThrough = last.judged.every(({ verdict }) => !isStopped(verdict));
      const isCounted = engine === 'firefox' && countedByFirefox.includes(id);
      const after = isCounted ? reason || warning : isThrough ? summary(last.judged) : reason;
      rows.push({ id, before: summary(first.judged), presses, after });
      await giveCommand(panel, page.tabId, { kind: 'turn-off' });
      expect(await readRules(browser)).toEqual([]);
      if (!first.judged.some(({ verdict }) => isStopped(verdict))) return;

      const saw = last.seen.map((each) => each.saw);
      if (isCounted) {
        // Said before the button is pressed, since Firefox tells nobody how many lines there were.
        expect(saw).toContain('error');
        expect(warning).not.toBe('');
      } else if (headersCanFix) {
        expect(saw).toEqual(saw.map(() => expect.stringMatching(/answer|sent/)));
        expect(isThrough).toBe(true);
      } else {
        expect(isThrough).toBe(false);
        expect(reason).not.toBe('');
      }
      // Nothing that was allowed under the override is remembered.
      const again = await run(id);
      expect({ saw: again.seen, verdicts: again.judged.map(reasonOf) }).toEqual({
        saw: first.seen,
        verdicts: first.judged.map(reasonOf),
      });
    },
  );

  /** Chromium tells the server's own headers and those that the page got; Firefox only the latter. */
  function expectBothHeaders(judged: readonly Judged[]): void {
    const answers = judged.flatMap(({ exchange }) => exchange.hops.flatMap(({ response }) => response ?? []));
    expect(answers.some(({ effectiveHeaders }) => effectiveHeaders !== null)).toBe(engine === 'chromium');
  }
});

function isStopped({ outcome }: Verdict): boolean {
  return outcome === 'blocked' || outcome === 'not-cors';
}

function reasonOf({ verdict }: Judged): string {
  return verdict.reason ?? verdict.notCors ?? verdict.outcome;
}

function summary(judged: readonly Judged[]): string {
  return judged.map(reasonOf).join(', ');
}
