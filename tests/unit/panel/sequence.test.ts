import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { describeSequence } from '../../../src/explain/sequence/describe-sequence.ts';
import type { Sequence } from '../../../src/explain/sequence/step.ts';
import { layOut } from '../../../src/panel/sequence/lay-out.ts';
import { sequenceOf } from '../../../src/panel/sequence/sequence-of.ts';
import type { Judged } from '../../../src/panel/verdict/judged.ts';
import { madeExchange, madeHop, madeJudged, madePreflight, madeResponse } from './made.ts';

const origin: HeaderLine = ['Origin', 'https://app.test'];
const asked: HeaderLine[] = [
  ['Access-Control-Request-Method', 'PUT'],
  ['Access-Control-Request-Headers', 'authorization,content-type'],
];

const blockedByPreflight = madeJudged(
  { outcome: 'blocked', reason: 'HeaderDisallowedByPreflightResponse', stage: 'preflight', preflight: 'sent' },
  madeExchange(
    { ending: { kind: 'failed', at: 1040, error: 'net::ERR_FAILED' } },
    {
      method: 'PUT',
      preflight: madePreflight({
        requestHeaders: asked,
        response: madeResponse({
          at: 1038,
          status: 204,
          headers: [
            ['Access-Control-Allow-Origin', 'https://app.test'],
            ['Access-Control-Allow-Headers', 'content-type'],
          ],
        }),
      }),
    },
  ),
  'Header not allowed: authorization',
);

const allowedCached = madeJudged(
  { preflight: 'cached' },
  madeExchange({}, { method: 'PUT', requestHeaders: [origin], sentAt: 1000, response: madeResponse() }),
);

const redirected = madeJudged(
  { outcome: 'blocked', reason: 'AllowOriginMismatch', stage: 'response', hop: 1 },
  madeExchange({
    hops: [
      madeHop({
        url: 'https://api.test/a',
        requestHeaders: [origin],
        sentAt: 1000,
        response: madeResponse({ at: 1020, status: 302, headers: [['Location', 'https://files.test/a']] }),
        redirectedTo: 'https://files.test/a',
      }),
      madeHop({
        url: 'https://files.test/a',
        requestHeaders: [['Origin', 'null']],
        sentAt: 1020,
        response: madeResponse({ at: 1060 }),
      }),
    ],
  }),
  'Origin null not allowed',
);

const refused = madeJudged(
  { outcome: 'not-cors', notCors: 'connection-refused' },
  madeExchange(
    { ending: { kind: 'failed', at: 1005, error: 'net::ERR_CONNECTION_REFUSED' } },
    { requestHeaders: [origin], sentAt: 1000 },
  ),
  'Connection refused',
);

const pending = madeJudged(
  { outcome: 'pending' },
  madeExchange({ ending: { kind: 'pending' } }, { requestHeaders: [origin], sentAt: 1000 }),
);

const neverSent = madeJudged(
  { outcome: 'not-cors', notCors: 'blocked-by-extension' },
  madeExchange({ ending: { kind: 'failed', at: 1001, error: 'net::ERR_BLOCKED_BY_CLIENT' } }),
  'Blocked by an extension',
);

test.each<{ name: string; judged: Judged; steps: string[] }>([
  {
    name: 'a refused preflight: question, answer, the request never sent',
    judged: blockedByPreflight,
    steps: [
      'preflight 0>1 OPTIONS asks: PUT, headers authorization, content-type',
      'preflight-answer 1>0 204 in 38 ms  allows: origin https://app.test, headers content-type',
      'fault 0-1 PUT never sent: Header not allowed: authorization',
    ],
  },
  {
    name: 'a cached preflight is a note before the request',
    judged: allowedCached,
    steps: [
      'cached-preflight 0-1 preflight answer cached, not asked again',
      'request 0>1 PUT  Origin: https://app.test',
      'answer 1>0 200 in 64 ms  allows no origin',
    ],
  },
  {
    name: 'a preflight that a file does not have may have been left out of it',
    judged: madeJudged({ preflight: 'cached' }, { ...allowedCached.exchange, sources: ['har'] }),
    steps: [
      'cached-preflight 0-1 preflight cached, or not in the file',
      'request 0>1 PUT  Origin: https://app.test',
      'answer 1>0 200 in 64 ms  allows no origin',
    ],
  },
  {
    name: 'a redirect adds a lifeline, and the fault stands at the hop where it was decided',
    judged: redirected,
    steps: [
      'request 0>1 GET  Origin: https://app.test',
      'redirect 1>0 302 in 20 ms  redirect to files.test',
      'request 0>2 GET  Origin: null',
      'answer 2>0 200 in 40 ms  allows no origin',
      'fault 0-0 kept from your code: Origin null not allowed',
    ],
  },
  {
    name: 'a refused connection ends at the request',
    judged: refused,
    steps: ['request 0>1 GET  Origin: https://app.test', 'fault 0-1 Connection refused'],
  },
  {
    name: 'a pending request waits for its answer',
    judged: pending,
    steps: ['request 0>1 GET  Origin: https://app.test', 'waiting 1-0 no answer yet'],
  },
  { name: 'a request that never left is one fault', judged: neverSent, steps: ['fault 0-1 Blocked by an extension'] },
])('the sequence of $name', ({ judged, steps }) => {
  const shown = sequenceOf(judged).steps.map(
    (step) => `${step.name} ${step.from}${step.arrives ? '>' : '-'}${step.to} ${step.text}`,
  );
  expect(shown).toEqual(steps);
});

test('parties are the page and each server once, in the order in which they appear', () => {
  expect(sequenceOf(redirected).parties).toEqual(['app.test', 'api.test', 'files.test']);
});

test('the answer at fault is drawn as bad, the one before it is not', () => {
  const tones = sequenceOf(redirected).steps.map((step) => step.tone);
  expect(tones).toEqual(['plain', 'plain', 'plain', 'bad', 'bad']);
});

const widths = [260, 380, 760, 1400];
const sequences: [string, Sequence][] = [
  ['a refused preflight', sequenceOf(blockedByPreflight)],
  ['a redirect', sequenceOf(redirected)],
  [
    'a very long text',
    {
      parties: ['a', 'b'],
      steps: [{ name: 'answer', from: 1, to: 0, text: 'x'.repeat(5000), tone: 'plain', arrives: true }],
    },
  ],
];

test.each(sequences.flatMap(([name, sequence]) => widths.map((width) => ({ name, sequence, width }))))(
  'the drawing of $name stays inside $width pixels',
  ({ sequence, width }) => {
    const drawing = layOut(sequence, width);
    for (const { x1, x2, textX, lines, y, textY } of drawing.steps) {
      expect(Math.min(x1, x2, textX)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x1, x2)).toBeLessThanOrEqual(drawing.width);
      expect(Math.max(y, textY)).toBeLessThan(drawing.height);
      for (const line of lines) expect(textX + line.length * 6.62).toBeLessThanOrEqual(drawing.width);
    }
  },
);

test('steps follow one another from top to bottom', () => {
  const tops = layOut(sequenceOf(redirected), 600).steps.map((step) => step.textY);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);
});

test('an answer is drawn from its server back to the page', () => {
  const answer = layOut(sequenceOf(redirected), 600).steps.find(({ step }) => step.name === 'answer');
  expect(answer?.x1).toBeGreaterThan(answer?.x2 ?? Number.POSITIVE_INFINITY);
});

test('the picture has words for those who do not see it', () => {
  expect(describeSequence(sequenceOf(blockedByPreflight))).toBe(
    'From the page to api.test: OPTIONS asks: PUT, headers authorization, content-type. ' +
      'api.test answers: 204 in 38 ms allows: origin https://app.test, headers content-type. ' +
      'PUT never sent: Header not allowed: authorization.',
  );
});
