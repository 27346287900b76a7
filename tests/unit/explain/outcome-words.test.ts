import { expect, test } from 'vitest';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { type Assumption, type Contradiction, outcomes, type Verdict } from '../../../src/judge/verdict.ts';
import { check, exchange, hop, page, response, verdict } from './sample.ts';
import { faultsOf } from './words-faults.ts';

const allowCheck = check({ name: 'allow-origin', value: page, expected: page, header: 'access-control-allow-origin' });
const outcomeCases: Record<Verdict['outcome'], { verdict: Verdict; short: string; headline: string }> = {
  allowed: {
    verdict: verdict({ checks: [allowCheck] }),
    short: 'Allowed',
    headline: `Allowed: the server lets ${page} read the answer`,
  },
  blocked: {
    verdict: verdict({ outcome: 'blocked' }),
    short: 'Blocked',
    headline: 'Blocked: the browser named no reason',
  },
  opaque: {
    verdict: verdict({ outcome: 'opaque', mode: 'no-cors' }),
    short: 'Not readable (no-cors)',
    headline: 'Not readable: the request was made without CORS',
  },
  'not-cors': {
    verdict: verdict({ outcome: 'not-cors', notCors: 'connection-refused' }),
    short: 'Connection refused',
    headline: 'Not CORS: nothing accepts connections at api.shop.test',
  },
  pending: {
    verdict: verdict({ outcome: 'pending' }),
    short: 'Pending',
    headline: 'Pending: the answer of api.shop.test is not complete yet',
  },
  unknown: {
    verdict: verdict({ outcome: 'unknown' }),
    short: 'Unknown',
    headline: 'Unknown: what was seen does not tell how this request ended',
  },
};

test.each(outcomes)('the outcome %s has its words', (outcome) => {
  const { verdict: given, short, headline } = outcomeCases[outcome];
  const words = explainVerdict(exchange([hop({ response: response(200) })]), given);
  expect(faultsOf(words)).toEqual([]);
  expect(words.short).toBe(short);
  expect(plainText(words.headline)).toBe(headline);
});

test.each(['xmlhttprequest', 'image', 'script', 'stylesheet', 'ping', 'something-new'])(
  'an opaque %s is told what can be done',
  (type) => {
    const words = explainVerdict(exchange([hop()], { type }), verdict({ outcome: 'opaque', mode: 'no-cors' }));
    expect(faultsOf(words)).toEqual([]);
    expect(words.story.length).toBeGreaterThan(0);
  },
);

test.each(['cors', 'no-cors', 'same-origin', 'navigate', 'websocket'] as const)(
  'a request that passed in the mode %s has its words',
  (mode) => {
    expect(faultsOf(explainVerdict(exchange([hop({ response: response(404) })]), verdict({ mode })))).toEqual([]);
  },
);

test('a warning on a request that passed shows in the list', () => {
  const words = explainVerdict(
    exchange([hop()]),
    verdict({ warnings: [{ name: 'missing-vary-origin', parameter: '' }], checks: [allowCheck] }),
  );
  expect(words.short).toBe('Allowed, no Vary: Origin');
});

const facts: Assumption['fact'][] = ['credentials', 'mode', 'cached-preflight', 'outcome'];
const bases: Assumption['basis'][] = [
  'cookie-sent',
  'storage-access-header',
  'no-storage-access-header',
  'sec-fetch-mode',
  'origin-header',
  'resource-type',
  'outcome',
  'resource-timing',
  'no-preflight-seen',
  'default',
  'undecided',
];

test.each(facts)('whatever is assumed about %s has its sentence', (fact) => {
  for (const basis of bases) {
    for (const value of [true, false, null]) {
      const words = explainVerdict(exchange([hop()]), verdict({ assumptions: [{ fact, value, basis }] }));
      expect(faultsOf(words)).toEqual([]);
      expect(words.assumed).toHaveLength(1);
    }
  }
});

test('an assumption says what it rests on', () => {
  const words = explainVerdict(
    exchange([hop()]),
    verdict({ assumptions: [{ fact: 'credentials', value: true, basis: 'cookie-sent' }] }),
  );
  expect(words.assumed.map(plainText)).toEqual(['The request was made with credentials, because it carried a cookie.']);
});

const likelyCauses: Contradiction['likelyCauses'] = [
  'preflight-blocked-by-client',
  'local-network-access',
  'another-extension',
  'redirect-mode',
  'override',
  'stale-cache',
  'aborted',
];

test('a contradiction is shown with its likely causes', () => {
  for (const cause of likelyCauses) {
    const words = explainVerdict(
      exchange([hop()]),
      verdict({
        outcome: 'blocked',
        contradiction: { computed: 'allowed', observed: 'blocked', likelyCauses: [cause] },
      }),
    );
    expect(faultsOf(words)).toEqual([]);
  }
  const two = verdict({
    outcome: 'blocked',
    contradiction: { computed: 'allowed', observed: 'blocked', likelyCauses: ['another-extension', 'stale-cache'] },
  });
  expect(plainText(explainVerdict(exchange([hop()]), two).contradiction ?? [])).toBe(
    'By its headers this request should have been allowed, but the browser blocked it. Likely: another extension changed the headers, or the answer came from a cache, with older headers.',
  );
});

test('a contradiction without a likely cause still says so', () => {
  const none = verdict({ contradiction: { computed: 'blocked', observed: 'allowed', likelyCauses: [] } });
  expect(plainText(explainVerdict(exchange([hop()]), none).contradiction ?? [])).toBe(
    'By its headers this request should have been blocked, but the browser let it through.',
  );
});
