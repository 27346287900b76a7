import { expect, test } from 'vitest';
import { effectiveHeaders, type RuledRequest } from '../../../src/override/effective-headers.ts';
import type { HeaderAction, Override } from '../../../src/override/override.ts';
import { sessionRules } from '../../../src/override/session-rules.ts';

const page = 'https://app.test';
const api = 'https://api.test';
const own: HeaderAction[] = [
  { operation: 'set', name: 'Access-Control-Allow-Origin', value: page },
  { operation: 'append', name: 'Access-Control-Allow-Methods', value: 'PUT' },
];

const override: Override = {
  tabId: 7,
  pageOrigin: page,
  startedAt: 0,
  endsAt: 1,
  patches: [
    { target: api, initiator: page, sparedHosts: [], actions: own },
    {
      target: api,
      initiator: 'https://deep.app.test',
      sparedHosts: [],
      actions: [{ operation: 'set', name: 'Access-Control-Allow-Origin', value: 'https://deep.app.test' }],
    },
    {
      target: 'https://open.test',
      initiator: 'null',
      sparedHosts: ['widget.test'],
      actions: [{ operation: 'set', name: 'Access-Control-Allow-Origin', value: 'null' }],
    },
  ],
  ownRules: [{ target: api, direction: 'response', action: { operation: 'remove', name: 'X-Powered-By' } }],
};
const rules = sessionRules(override, 'chromium', 1);
const lines = [
  ['Access-Control-Allow-Methods', 'GET'],
  ['X-Powered-By', 'PHP'],
] as const;

function effectiveFor(request: Partial<RuledRequest>) {
  const whole = { tabId: 7, url: `${api}/orders`, initiator: page, ...request };
  return effectiveHeaders(rules, whole, lines)?.map((line) => line.join(': '));
}

test('a server’s answer is shown as the rules make it: set, appended, removed', () => {
  expect(effectiveFor({})).toEqual([
    'Access-Control-Allow-Methods: GET',
    'access-control-max-age: 0',
    'access-control-allow-origin: https://app.test',
    'access-control-allow-methods: PUT',
  ]);
});

test('of two rules the one for the host that asks is the one that counts', () => {
  expect(effectiveFor({ initiator: 'https://deep.app.test' })).toContain(
    'access-control-allow-origin: https://deep.app.test',
  );
});

test.each([
  ['another tab', { tabId: 8 }],
  ['another port', { url: `${api}:8444/orders` }],
  ['another scheme', { url: 'http://api.test/orders' }],
  ['a host that begins alike', { url: 'https://api.test.example/orders' }],
  ['another site', { initiator: 'https://widget.test' }],
  ['a host that ends alike', { initiator: 'https://myapp.test' }],
  ['an opaque origin', { initiator: 'null' }],
  ['nobody knows who', { initiator: null }],
])('no rule applies to %s', (_name, request) => {
  expect(effectiveFor(request)).toBeUndefined();
});

test('a rule for an opaque origin leaves out the hosts that are known', () => {
  const asked = (initiator: string) => effectiveFor({ url: 'https://open.test/', initiator }) !== undefined;
  expect(['null', page, 'https://widget.test', 'https://a.widget.test'].map(asked)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
