import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import { reasonTable } from '../../../src/cors/reason-table.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { HarReading } from '../../../src/exchange/har-reading.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { joinSentences, plainText } from '../../../src/explain/rich-text.ts';
import { judge } from '../../../src/judge/judge.ts';
import { type Said, scenarioOf } from '../../lab/har-dialects/recording.ts';

// The same scenarios as programs wrote them down while a browser ran them (`tests/lab/record-har-dialects.ts`), held against
// what that browser itself said meanwhile.

interface Dialect {
  readonly name: string;
  readonly writer: string;
  readonly engine: EngineName;
  readonly entries: number;
  /** Which of the refused requests the program left out. */
  readonly leftOut: readonly string[];
  /** Of which the file does not hold enough to tell what the browser made of them. */
  readonly undecided: readonly string[];
}

const blockedByAnswer = ['missing-allow-origin', 'trailing-slash', 'wildcard-with-credentials'];
const blockedByPreflight = [
  'preflight-missing-allow-origin',
  'method-not-allowed',
  'header-not-allowed',
  'preflight-405',
];
const blockedByRedirect = ['redirect-missing-allow-origin'];

const dialects: readonly Dialect[] = [
  {
    name: 'mitmproxy',
    writer: 'mitmproxy har_dump',
    engine: 'chromium',
    entries: 15,
    leftOut: [],
    // A proxy sees no credentials mode, and these answers pass without credentials only.
    undecided: ['simple', 'named-origin', 'wildcard-with-credentials'],
  },
  {
    name: 'playwright',
    writer: 'Playwright, chromium 156',
    engine: 'chromium',
    entries: 14,
    leftOut: [],
    // It writes neither preflights nor the answers that were refused.
    undecided: [...blockedByAnswer, ...blockedByPreflight, ...blockedByRedirect],
  },
  {
    name: 'chrome-har',
    writer: 'chrome-har',
    engine: 'chromium',
    entries: 11,
    leftOut: [...blockedByAnswer, ...blockedByRedirect],
    undecided: [],
  },
  {
    name: 'chrome-har-capturer',
    writer: 'Chrome HAR Capturer',
    engine: 'chromium',
    entries: 10,
    leftOut: [...blockedByAnswer, ...blockedByRedirect, 'no-cors'],
    undecided: [],
  },
  {
    name: 'web-inspector',
    writer: 'WebKit Web Inspector',
    engine: 'webkit',
    entries: 5,
    leftOut: [...blockedByAnswer, ...blockedByPreflight, ...blockedByRedirect],
    undecided: [],
  },
];

const folder = 'tests/unit/exchange/har-dialects';

function read(name: string) {
  const reading = new HarReading();
  reading.push(readFileSync(`${folder}/${name}.har`, 'utf8'));
  const said = JSON.parse(readFileSync(`${folder}/${name}-said.json`, 'utf8')) as readonly Said[];
  return { ...reading.finish(), said };
}

function nameOf({ hops: [first] }: Exchange): string {
  return scenarioOf(first?.url ?? '');
}

describe.each(dialects)('the archive of $name', ({ name, writer, engine, entries, leftOut, undecided }) => {
  const contents = read(name);
  const refused = new Map(contents.said.map(({ scenario, reason }) => [scenario, reason]));

  test('is read whole, with who wrote it and for which engine', () => {
    const { problems } = contents;
    expect({ writer: contents.writer, engine: contents.engine, entries: contents.entries, problems }).toEqual({
      writer,
      engine,
      entries,
      problems: [],
    });
  });

  test('holds each scenario once, but for those that the program leaves out', () => {
    const all = read('mitmproxy').exchanges.map(nameOf);
    expect(contents.exchanges.map(nameOf)).toEqual(all.filter((scenario) => !leftOut.includes(scenario)));
    expect(refused.size).toBe(8);
  });

  test.each(contents.exchanges.map((exchange) => ({ scenario: nameOf(exchange), exchange })))(
    '$scenario: judged as the browser did, or as unknown where the file says too little',
    ({ scenario, exchange }) => {
      const { outcome, reason } = judge(exchange, engine);
      if (undecided.includes(scenario)) {
        expect(outcome).toBe('unknown');
        return;
      }
      const wanted = refused.get(scenario);
      expect(outcome).toBe(wanted !== undefined ? 'blocked' : scenario === 'no-cors' ? 'opaque' : 'allowed');
      const own = reason === null || engine === 'chromium' ? reason : reasonTable[reason][engine];
      expect(own).toBe(wanted ?? null);
    },
  );

  test('knows the page that asked', () => {
    for (const { initiator } of contents.exchanges) expect(initiator.origin).toMatch(/^http:\/\/localhost:\d+$/);
  });
});

test('of a preflight that was sent, and that Playwright leaves out, it is not said that it was cached', () => {
  const { exchanges, engine } = read('playwright');
  const preflighted = exchanges.find((exchange) => nameOf(exchange) === 'preflighted');
  if (preflighted === undefined) throw new Error('not in the file');
  const { story } = explainVerdict(preflighted, judge(preflighted, engine));
  expect(plainText(joinSentences(story))).toContain('or the program that wrote the file leaves preflights out.');
});
