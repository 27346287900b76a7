import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { fixFromAnswers } from '../../../src/fix/fix-from-answers.ts';
import { judgeAsIf } from '../../../src/judge/judge.ts';
import { madeExchange, madePreflight, madeResponse } from '../panel/made.ts';

const allowed: HeaderLine = ['Access-Control-Allow-Origin', 'https://app.test'];

/** A preflighted request with these answers. */
function answered(preflight: readonly HeaderLine[], response: readonly HeaderLine[], status = 204): Exchange {
  const requestHeaders: HeaderLine[] = [
    ['Origin', 'https://app.test'],
    ['Access-Control-Request-Method', 'PUT'],
  ];
  return madeExchange(
    {},
    {
      method: 'PUT',
      sentAt: 1000,
      requestHeaders: [['Origin', 'https://app.test']],
      preflight: madePreflight({ requestHeaders, response: madeResponse({ status, headers: preflight }) }),
      response: madeResponse({ headers: response }),
    },
  );
}

const before = answered([], [allowed, ['Vary', 'Accept'], ['Vary', 'Origin'], ['X-Old', '1']]);

function fixTo(edited: Exchange) {
  return fixFromAnswers(before, edited, judgeAsIf(edited, 'chromium'));
}

test('answers that are as they were need no fix, in whatever lines a header comes', () => {
  expect(fixTo(answered([], [['vary', 'Accept, Origin'], allowed, ['X-Old', '1']]))).toBeNull();
});

test('each answer has its own changes: what was added, what was changed, what was taken away', () => {
  const edited = answered([allowed, ['Access-Control-Allow-Methods', 'PUT']], [allowed, ['Vary', 'Origin']], 200);
  const [hop] = fixTo(edited)?.hops ?? [];
  expect(hop?.preflight).toEqual({
    status: 200,
    headers: [
      { name: 'Access-Control-Allow-Origin', value: 'https://app.test', needed: 'always' },
      { name: 'Access-Control-Allow-Methods', value: 'PUT', needed: 'always' },
    ],
    seen: true,
  });
  expect(hop?.response).toEqual({
    status: null,
    headers: [
      { name: 'Vary', value: 'Origin', needed: 'always' },
      { name: 'X-Old', value: null, needed: 'always' },
    ],
    seen: true,
  });
});

test('what the edited answers allow is what a configuration is made of', () => {
  const edited = answered([allowed, ['Access-Control-Allow-Methods', 'PUT, DELETE']], [allowed]);
  expect(fixTo(edited)?.hops[0]?.needs.allowed.methods).toEqual(['PUT', 'DELETE']);
});
