import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judgeInEachEngine } from '../../src/judge/each-engine.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Verdict } from '../../src/judge/verdict.ts';
import { caseToExchange } from './case-to-exchange.ts';
import type { TruthFile, TruthVerdict } from './truth-case.ts';

function readTruth(name: string): TruthFile {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`data/${name}`, import.meta.url)), 'utf8')) as TruthFile;
}

/** What the judge may call what the browser did. */
function fits(verdict: Verdict, recorded: TruthVerdict): boolean {
  switch (recorded.outcome) {
    case 'sent':
      return verdict.outcome === 'allowed' || verdict.outcome === 'opaque';
    case 'opaqueredirect':
      return verdict.outcome === 'opaque';
    case 'network-error':
      return verdict.outcome === 'not-cors';
    default:
      return verdict.outcome === recorded.outcome;
  }
}

describe.each(['systematic.json', 'random-1.json'])('%s, as an extension in Chromium would have seen it', (name) => {
  const file = readTruth(name);
  const judged = file.cases.flatMap((truthCase) => {
    const recorded = file.truth[truthCase.id]?.chromium;
    const exchange = recorded === undefined ? null : caseToExchange(truthCase, recorded, file.origins, 'chromium');
    if (exchange === null || recorded === undefined) return [];
    return [{ truthCase, recorded, exchange, verdict: judge(exchange, 'chromium') }];
  });

  test('every outcome is the browser’s', () => {
    expect(judged.length).toBeGreaterThan(500);
    expect(
      judged.filter(({ verdict, recorded }) => !fits(verdict, recorded)).map(({ truthCase }) => truthCase.id),
    ).toEqual([]);
  });

  test('no verdict contradicts the browser', () => {
    expect(judged.filter(({ verdict }) => verdict.contradiction !== null).map(({ truthCase }) => truthCase.id)).toEqual(
      [],
    );
  });

  test('every reason is the browser’s, or one of two that nothing observable tells apart', () => {
    const blocked = judged.filter(
      ({ recorded }) => recorded.outcome === 'blocked' && !recorded.reason?.startsWith('net::'),
    );
    const wrong = blocked.filter(
      ({ verdict, recorded }) => verdict.reason !== recorded.reason && verdict.otherReason !== recorded.reason,
    );
    const second = blocked.filter(({ verdict, recorded }) => verdict.reason !== recorded.reason);
    expect(wrong.map(({ truthCase }) => truthCase.id)).toEqual([]);
    expect(second.length / judged.length).toBeLessThan(0.04);
  });

  test('what is said of the engines that did not see it is what they did', () => {
    // No extension sees the values that Chromium found unsafe, the headers that it dropped, a listener for the upload's
    // progress, a space before a colon, what an element makes of a 404, or a body that ends early.
    const untold = /^(?:reqhdr-|net-|xhr-015|misc-005|element-065)/;
    const wrong = judged.flatMap(({ truthCase, exchange }) => {
      if (untold.test(truthCase.id) || truthCase.api === 'beacon') return [];
      const each = judgeInEachEngine(exchange, 'chromium');
      return (['firefox', 'webkit'] as const).flatMap((engine) => {
        const recorded = file.truth[truthCase.id]?.[engine]?.outcome;
        const { outcome } = each[engine];
        if (outcome === 'unknown') return [];
        const isRefused = outcome === 'blocked' || outcome === 'not-cors';
        const wasRefused = recorded === 'blocked' || recorded === 'network-error';
        return isRefused === wasRefused ? [] : [`${truthCase.id} ${engine}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});
