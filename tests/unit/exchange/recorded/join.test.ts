import { describe, expect, test } from 'vitest';
import { isCrossOrigin } from '../../../../src/exchange/cross-origin.ts';
import type { Exchange } from '../../../../src/exchange/exchange.ts';
import { ExchangeLog } from '../../../../src/exchange/fold.ts';
import type { Observation } from '../../../../src/exchange/observation.ts';
import { RecordJoin } from '../../../../src/exchange/recorded/join.ts';
import { judge } from '../../../../src/judge/judge.ts';
import { endOf, inWords, isOver, pageUrl, type Run, runs } from './recorded-runs.ts';

/** What is in the log after a run in which webRequest was not heard from one of its observations to another. */
function exchangesOf(run: Run, gap: { from: number; to: number } | 'all' | null, joined = true): readonly Exchange[] {
  const join = new RecordJoin({ tabId: 1, tellsRefusals: true });
  join.showsPage(pageUrl);
  const log = new ExchangeLog();
  const add = (observations: readonly (Observation | null)[]) => log.add(observations.filter((one) => one !== null));
  if (gap === 'all') join.unheard(0, 'access');
  for (const [index, observation] of run.observations.entries()) {
    if (gap === 'all') continue;
    if (gap !== null && index === gap.to) {
      const from = run.observations[gap.from - 1]?.at ?? observation.at - 1_000;
      join.missed(from, observation.at);
      add([{ kind: 'interrupted', from, at: observation.at }]);
    }
    if (gap === null || index < gap.from || index >= gap.to) add([join.observe(observation)]);
  }
  const end = endOf(run);
  if (gap !== null && gap !== 'all' && gap.to === run.observations.length) {
    const from = run.observations[gap.from - 1]?.at ?? 0;
    join.missed(from, end);
    add([{ kind: 'interrupted', from, at: end }]);
  }
  const shown = () => log.exchanges.filter(isCrossOrigin);
  if (!joined) return shown();
  for (const record of run.records) join.take(record, end);
  add(join.settle(end + 1_000));
  add(join.settle(end + 60_000));
  return shown();
}

/** The browser names no code, or the code has no address. */
const tellsNoCode = ['event-source', 'font', 'twelve at once'];

describe('where webRequest is heard', () => {
  test.each(runs)('$name: a record adds the stack and the finer error, and changes nothing else', (run) => {
    const joined = exchangesOf(run, null);
    const alone = exchangesOf(run, null, false);
    const withoutRecord = (exchange: Exchange) => ({ ...exchange, stack: [], networkError: null, sources: [] });
    expect(joined.map(withoutRecord)).toEqual(alone.map(withoutRecord));
  });

  test.each(runs.filter(({ name }) => !tellsNoCode.includes(name)))('$name: it tells the code', (run) => {
    for (const { stack, sources } of exchangesOf(run, null)) {
      expect(sources).toEqual(['web-request', 'devtools-network']);
      expect(stack[0]).toMatchObject({ url: expect.stringMatching(/^http/), line: expect.any(Number) });
    }
  });
});

/** What records alone do not tell: the answer to a worker's refused request, and that the page forbade redirects. */
const otherwiseByRecords = ['worker-blocked', 'redirect-mode-error'];

describe('without access', () => {
  test.each(runs.filter(({ name }) => !otherwiseByRecords.includes(name)))('$name: the same verdicts', (run) => {
    const byRecords = exchangesOf(run, 'all');
    expect(byRecords.map(inWords).sort()).toEqual(exchangesOf(run, null).map(inWords).sort());
    expect(byRecords.filter((exchange) => !isOver(exchange))).toEqual([]);
  });

  test('what no record tells is not guessed', () => {
    const run = runs.find(({ name }) => name === 'worker-blocked') as Run;
    expect(exchangesOf(run, 'all').map((exchange) => judge(exchange, 'chromium').outcome)).toContain('unknown');
  });
});

/** Before a font is asked for, Chromium looks into its cache: that no request followed can be missed. */
const withPhantom = 'font';

describe('with a gap anywhere', () => {
  test.each(runs.filter(({ name }) => !otherwiseByRecords.includes(name) && name !== withPhantom))(
    '$name: nothing is missing, doubled, left open or judged otherwise',
    (run) => {
      const whole = exchangesOf(run, null).map(inWords).sort();
      const count = run.observations.length;
      // Every gap of a short run, and some of a long one.
      const step = Math.ceil(count / 16);
      for (let from = 0; from < count; from += step) {
        for (let to = from + 1; to <= count; to += step) {
          const exchanges = exchangesOf(run, { from, to });
          expect(exchanges.map(inWords).sort(), `from ${from} to ${to}`).toEqual(whole);
          expect(exchanges.filter((exchange) => !isOver(exchange))).toEqual([]);
        }
      }
    },
  );
});
