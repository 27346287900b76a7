import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonTable } from '../../../src/cors/reason-table.ts';
import { isCrossOrigin } from '../../../src/exchange/cross-origin.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { HarReading } from '../../../src/exchange/har-reading.ts';
import { judge } from '../../../src/judge/judge.ts';

interface Said {
  readonly url: string;
  readonly reason: string;
}

const folder = 'tests/unit/exchange/recorded';

/** What the browsers' DevTools wrote (`tests/lab/record-hars.ts`), and what the browsers themselves said meanwhile. */
function recorded(engine: 'chromium' | 'firefox') {
  const reading = new HarReading();
  reading.push(readFileSync(`${folder}/${engine}.har`, 'utf8'));
  const contents = reading.finish();
  const said = JSON.parse(readFileSync(`${folder}/${engine}-said.json`, 'utf8')) as readonly Said[];
  const exchanges = contents.exchanges.filter(
    (exchange) => isCrossOrigin(exchange) && !exchange.type.endsWith('_frame'),
  );
  return { ...contents, exchanges, saidOf: (exchange: Exchange) => wordsOn(exchange, said) };
}

function wordsOn({ hops }: Exchange, said: readonly Said[]): readonly string[] {
  return said
    .filter(({ url }) => hops.some((hop) => hop.url === url || hop.redirectedTo === url))
    .map(({ reason }) => reason);
}

function scenarioOf({ hops: [hop] }: Exchange): string {
  return new URL(hop?.url ?? '').pathname.split('/')[1] ?? '';
}

/** What no archive of Chromium tells: what became of a worker's request that was refused. */
const hiddenByChromium = ['worker-blocked'];

describe("Chromium's archive", () => {
  const { exchanges, engine, problems, entries, saidOf } = recorded('chromium');

  test('is read whole', () => {
    expect({ engine, problems, entries }).toEqual({ engine: 'chromium', problems: [], entries: 63 });
    for (const exchange of exchanges) expect(exchange.sources).toEqual(['har']);
  });

  test.each(exchanges.map((exchange) => ({ name: scenarioOf(exchange), exchange })))(
    '$name: judged as Chromium did',
    ({ name, exchange }) => {
      const { outcome, reason, otherReason } = judge(exchange, 'chromium');
      const said = saidOf(exchange);
      if (hiddenByChromium.includes(name)) expect(outcome).toBe('unknown');
      else if (said.length === 0) expect(['allowed', 'opaque', 'not-cors']).toContain(outcome);
      else {
        expect(outcome).toBe('blocked');
        expect(said.some((word) => word === reason || word === otherReason)).toBe(true);
      }
    },
  );

  test('each preflight is with its request, and no cached one is invented', () => {
    const preflights = (wanted: string) =>
      exchanges
        .filter((exchange) => scenarioOf(exchange) === wanted)
        .map(({ hops }) => hops.filter(({ preflight }) => preflight).length);
    expect(preflights('preflighted')).toEqual([1]);
    expect(preflights('cached-preflight')).toEqual([1, 0]);
    expect(preflights('preflight-repeated')).toEqual([1, 1]);
    expect(preflights('redirect-second-preflight')).toEqual([2]);
    expect(exchanges.filter(({ hops }) => hops[0]?.method === 'OPTIONS')).toEqual([]);
  });

  test('the call stack comes along', () => {
    const blocked = exchanges.find((exchange) => scenarioOf(exchange) === 'missing-allow-origin');
    expect(blocked?.stack[0]).toMatchObject({ url: expect.stringMatching(/requests\.js$/), functionName: 'fetchText' });
  });
});

describe("Firefox's archive, which does not say what was refused", () => {
  const { exchanges, engine, problems, entries, saidOf } = recorded('firefox');
  /** Firefox has one word for each family of reasons, and warns of what it let through. */
  const refusals = new Set(Object.values(reasonTable).map(({ firefox }) => firefox));

  test('is read whole', () => {
    expect({ engine, problems, entries }).toEqual({ engine: 'firefox', problems: [], entries: 62 });
  });

  test.each(exchanges.map((exchange) => ({ name: scenarioOf(exchange), exchange })))(
    '$name: judged as Firefox did, or as unknown',
    ({ exchange }) => {
      const { outcome, reason, otherReason } = judge(exchange, 'firefox');
      const said = saidOf(exchange).filter((word) => refusals.has(word));
      if (outcome === 'blocked') {
        const names = [reason, otherReason].flatMap((name) => (name === null ? [] : [reasonTable[name].firefox]));
        // A text of several values is a mismatch to Firefox, and several lines are several.
        expect(said.some((word) => names.includes(word) || word === 'CORSAllowOriginNotMatchingOrigin')).toBe(true);
      } else if (outcome === 'allowed' || outcome === 'opaque') expect(said).toEqual([]);
      else expect(['unknown', 'not-cors']).toContain(outcome);
    },
  );

  test('what its headers alone decide is decided', () => {
    const outcomes = exchanges.map((exchange) => judge(exchange, 'firefox').outcome);
    expect(outcomes.filter((outcome) => outcome === 'unknown').length).toBeLessThan(exchanges.length / 2);
    expect(outcomes.filter((outcome) => outcome === 'blocked').length).toBeGreaterThan(10);
  });
});
