import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../src/exchange/exchange.ts';
import type { Override } from '../../../../src/override/override.ts';
import { concerns, followPeriods, overrideDuring, type Period } from '../../../../src/panel/override/periods.ts';
import { nextTryOf, triesOf } from '../../../../src/panel/override/tries.ts';
import { madeExchange, madeHop, madeJudged } from '../made.ts';

const override: Override = {
  tabId: 1,
  pageOrigin: 'https://app.test',
  startedAt: 2000,
  endsAt: 9000,
  patches: [
    {
      target: 'https://api.test',
      initiator: 'https://app.test',
      sparedHosts: [],
      actions: [{ operation: 'set', name: 'Access-Control-Allow-Origin', value: 'https://app.test' }],
    },
  ],
  ownRules: [],
};
const changed: Override = {
  ...override,
  ownRules: [
    { target: 'https://other.test', direction: 'request', action: { operation: 'set', name: 'X-Key', value: '1' } },
  ],
};
const lasting: Period = { override, from: 2000, until: null };

describe('the times in which an override was on', () => {
  test.each<{ name: string; before: readonly Period[]; told: Override | null; after: readonly Period[] }>([
    { name: 'none was on, none is', before: [], told: null, after: [] },
    { name: 'one that was started counts from its start', before: [], told: override, after: [lasting] },
    {
      name: 'one that was extended goes on',
      before: [lasting],
      told: { ...override, endsAt: 20_000 },
      after: [{ ...lasting, override: { ...override, endsAt: 20_000 } }],
    },
    {
      name: 'one that changes more from now on begins anew, so that earlier tries do not count',
      before: [lasting],
      told: changed,
      after: [
        { ...lasting, until: 5000 },
        { override: changed, from: 5000, until: null },
      ],
    },
    { name: 'one that ended ends', before: [lasting], told: null, after: [{ ...lasting, until: 5000 }] },
    {
      name: 'one that ended stays ended',
      before: [{ ...lasting, until: 4000 }],
      told: null,
      after: [{ ...lasting, until: 4000 }],
    },
    {
      name: 'another one that was started since counts from its own start',
      before: [lasting],
      told: { ...override, startedAt: 4500 },
      after: [
        { ...lasting, until: 5000 },
        { override: { ...override, startedAt: 4500 }, from: 4500, until: null },
      ],
    },
  ])('$name', ({ before, told, after }) => {
    expect(followPeriods(before, told, 5000)).toEqual(after);
  });
});

describe('which requests an override is for', () => {
  const to = (url: string, origin: string | null = 'https://app.test') =>
    madeExchange({ initiator: { origin, url: null } }, { url });
  test.each<{ name: string; exchange: Exchange; is: boolean }>([
    { name: 'its page asks its server', exchange: to('https://api.test/a'), is: true },
    { name: 'another port of its page asks', exchange: to('https://api.test/a', 'http://app.test:5173'), is: true },
    { name: 'a frame of another host asks', exchange: to('https://api.test/a', 'https://ads.test'), is: false },
    { name: 'its page asks another port', exchange: to('https://api.test:8443/a'), is: false },
    { name: 'its page asks a server of an own header', exchange: to('https://other.test/a'), is: true },
    {
      name: 'a redirect leads to its server',
      exchange: madeExchange({ hops: [madeHop({ url: 'https://cdn.test/' }), madeHop({ url: 'https://api.test/' })] }),
      is: true,
    },
    { name: 'nobody told who asks', exchange: to('https://api.test/a', null), is: false },
  ])('$name', ({ exchange, is }) => {
    expect(concerns(changed, exchange)).toBe(is);
  });

  test('only those made while it was on', () => {
    const ended = { ...lasting, until: 4000 };
    const at = (startedAt: number) => overrideDuring([ended], { ...to('https://api.test/a'), startedAt });
    expect([at(1999), at(2000), at(3999), at(4000)]).toEqual([null, override, override, null]);
  });
});

describe('whether it helps', () => {
  const made = (id: string, startedAt: number, outcome: 'allowed' | 'blocked' | 'not-cors' | 'pending', url?: string) =>
    madeJudged({ outcome }, madeExchange({ id, startedAt }, { url: url ?? 'https://api.test/items?page=2' }));
  const first = made('first', 1000, 'blocked');
  const all = [
    first,
    made('elsewhere', 2500, 'allowed', 'https://cdn.test/'),
    made('waiting', 2600, 'pending'),
    made('again', 3000, 'allowed', 'https://api.test/items?page=3'),
    made('other', 3100, 'blocked', 'https://api.test/cart'),
    made('offline', 3200, 'not-cors', 'https://api.test/cart'),
  ];

  test('counts what became of the requests since, and leaves out what is not over or not its own', () => {
    const { through, blocked, failed } = triesOf(lasting, all);
    expect([through, blocked, failed].map((list) => list.map(({ exchange }) => exchange.id))).toEqual([
      ['again'],
      ['other'],
      ['offline'],
    ]);
  });

  test('finds the next try of a request by its method and its address without the query', () => {
    expect(nextTryOf(first, triesOf(lasting, all))?.exchange.id).toBe('again');
    expect(nextTryOf(made('x', 1000, 'blocked', 'https://api.test/none'), triesOf(lasting, all))).toBeNull();
  });
});
