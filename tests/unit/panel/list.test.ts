import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { type ChipName, countChips, passesChips } from '../../../src/panel/list/chips.ts';
import { groupRepeats } from '../../../src/panel/list/group-repeats.ts';
import { targetOfKey } from '../../../src/panel/list/list-keys.ts';
import { preflightLabel } from '../../../src/panel/list/preflight-label.ts';
import { originLabel, requestLabel, timeLabel } from '../../../src/panel/list/request-parts.ts';
import { faultsFirst, nextSort, type Sort, sortJudged } from '../../../src/panel/list/sort.ts';
import { isNarrower, passesText, textFilter } from '../../../src/panel/list/text-filter.ts';
import { searchedText, TextSearch } from '../../../src/panel/list/text-search.ts';
import { madeExchange, madeJudged, madePreflight, madeResponse } from './made.ts';

const blocked: Partial<Verdict> = { outcome: 'blocked', reason: 'AllowOriginMismatch', stage: 'response' };

function exchangeNamed(id: string, url = `https://api.test/${id}`, startedAt = Number(id) * 100) {
  return madeExchange({ id, startedAt, ending: { kind: 'completed', at: startedAt + 10 } }, { url });
}

test.each([
  { name: 'host and path', url: 'https://api.test/v1/items', label: 'api.test/v1/items' },
  { name: 'a port that is not the default', url: 'http://localhost:8080/', label: 'localhost:8080/' },
  { name: 'the query stays', url: 'https://api.test/a?b=c', label: 'api.test/a?b=c' },
  { name: 'what is no URL is shown as it is', url: 'http://:no', label: 'http://:no' },
  { name: 'a URL without a host keeps its scheme', url: 'data:text/plain,a', label: 'data:text/plain,a' },
])('the list names a request: $name', ({ url, label }) => {
  expect(requestLabel(url)).toBe(label);
});

test.each([
  { origin: 'https://app.test', label: 'app.test' },
  { origin: 'http://localhost:5173', label: 'localhost:5173' },
  { origin: 'null', label: 'null' },
  { origin: null, label: '' },
])('the list names the page $origin as "$label"', ({ origin, label }) => {
  expect(originLabel(origin)).toBe(label);
});

test.each([
  [0, '0 ms'],
  [38.4, '38 ms'],
  [1240, '1.24 s'],
  [120_000, '2.0 min'],
])('%d milliseconds are written as %s', (milliseconds, label) => {
  expect(timeLabel(milliseconds)).toBe(label);
});

test.each([
  { name: 'none was sent', verdict: 'none', preflight: null, label: 'none' },
  { name: 'the answer was cached', verdict: 'cached', preflight: null, label: 'cached' },
  { name: 'nothing came back', verdict: 'unanswered', preflight: madePreflight(), label: 'no answer' },
  {
    name: 'the status of its answer',
    verdict: 'sent',
    preflight: madePreflight({ response: madeResponse({ status: 405 }) }),
    label: '405',
  },
  { name: 'no answer so far', verdict: 'sent', preflight: madePreflight(), label: 'sent' },
] as const)('the preflight column says "$label" when $name', ({ verdict, preflight, label }) => {
  const judged = madeJudged({ preflight: verdict }, madeExchange({}, { preflight }));
  expect(preflightLabel(judged.exchange, judged.verdict)).toBe(label);
});

test('of a preflight that a file does not have, nobody knows whether it was cached', () => {
  const { exchange, verdict } = madeJudged({ preflight: 'cached' }, madeExchange({ sources: ['har'] }));
  expect(preflightLabel(exchange, verdict)).toBe('cached?');
});

test('chips count outcomes and properties', () => {
  const all = [
    madeJudged(blocked),
    madeJudged({ ...blocked, preflight: 'sent' }),
    madeJudged({ warnings: [{ name: 'missing-vary-origin', parameter: '' }] }),
    madeJudged({ outcome: 'opaque' }),
    madeJudged({ outcome: 'not-cors', notCors: 'offline' }),
    madeJudged({ outcome: 'pending' }),
  ];
  expect(countChips(all)).toEqual({ blocked: 2, allowed: 1, preflighted: 1, warnings: 1, opaque: 1, 'not-cors': 1 });
});

test.each<{ name: string; chips: ChipName[]; verdict: Partial<Verdict>; passes: boolean }>([
  { name: 'no chip lets all through', chips: [], verdict: { outcome: 'pending' }, passes: true },
  { name: 'an outcome keeps the others out', chips: ['blocked'], verdict: { outcome: 'allowed' }, passes: false },
  { name: 'two outcomes are either', chips: ['blocked', 'allowed'], verdict: blocked, passes: true },
  {
    name: 'an outcome and a property are both',
    chips: ['blocked', 'preflighted'],
    verdict: { ...blocked, preflight: 'none' },
    passes: false,
  },
  { name: 'a cached preflight counts as one', chips: ['preflighted'], verdict: { preflight: 'cached' }, passes: true },
])('chips: $name', ({ chips, verdict, passes }) => {
  expect(passesChips(new Set(chips), madeJudged(verdict))).toBe(passes);
});

test.each([
  { query: '', passes: true },
  { query: 'API.test', passes: true },
  { query: 'items page=2', passes: true },
  { query: 'items nothing', passes: false },
  { query: 'allow-origin', passes: true },
  { query: 'x-secret-value', passes: true },
  { query: 'alloworiginmismatch', passes: true },
  { query: '-items', passes: false },
  { query: '-nothing', passes: true },
  { query: 'origin missing', passes: true },
  { query: '-', passes: true },
])('the text filter "$query" lets the request through: $passes', ({ query, passes }) => {
  const exchange = madeExchange(
    {},
    { response: madeResponse({ headers: [['Access-Control-Allow-Origin', 'X-Secret-Value']] }) },
  );
  const text = searchedText(madeJudged(blocked, exchange, 'Origin missing - here'));
  expect(passesText(textFilter(query), text)).toBe(passes);
});

test.each([
  { filter: 'cart', than: 'car', narrower: true },
  { filter: 'cart put', than: 'cart', narrower: true },
  { filter: 'put cart', than: 'cart', narrower: true },
  { filter: 'cart -get', than: 'cart', narrower: true },
  { filter: 'anything', than: '', narrower: true },
  { filter: 'ca', than: 'car', narrower: false },
  { filter: '', than: 'car', narrower: false },
  { filter: 'cart -get', than: 'cart -g', narrower: false },
  { filter: 'cart -g', than: 'cart -get', narrower: true },
  { filter: '-x', than: '-', narrower: false },
])('"$filter" is narrower than "$than": $narrower', ({ filter, than, narrower }) => {
  expect(isNarrower(textFilter(filter), textFilter(than))).toBe(narrower);
});

test('what is found does not depend on what was typed before', () => {
  const all = ['alpha', 'alps', 'beta', 'be'].map((id) => madeJudged({}, exchangeNamed(id), id));
  const search = new TextSearch();
  for (const query of [
    'a',
    'al',
    'alp',
    'alph',
    'al',
    'al -pha',
    'al -',
    '-al',
    '-a',
    '-',
    '',
    'be',
    'bet',
    'x',
    'b',
  ]) {
    expect(search.find(all, query), query).toEqual(new TextSearch().find(all, query));
  }
  const others = all.slice(2);
  expect(search.find(others, 'be')).toEqual(others);
});

test('blocked requests come first, the newest last among equals', () => {
  const all = [
    madeJudged({}, exchangeNamed('1')),
    madeJudged(blocked, exchangeNamed('2')),
    madeJudged({ outcome: 'opaque' }, exchangeNamed('3')),
    madeJudged(blocked, exchangeNamed('4')),
    madeJudged({ outcome: 'not-cors', notCors: 'offline' }, exchangeNamed('5')),
  ];
  expect(sortJudged(all, faultsFirst).map(({ exchange }) => exchange.id)).toEqual(['2', '4', '5', '1', '3']);
});

test('without an order the requests stay as they were made', () => {
  const all = [madeJudged({}, exchangeNamed('1')), madeJudged(blocked, exchangeNamed('2'))];
  expect(sortJudged(all, null)).toBe(all);
});

test('a pending request takes longer than any that ended', () => {
  const ended = madeJudged({}, exchangeNamed('1'));
  const running = madeJudged({ outcome: 'pending' }, madeExchange({ id: '2', ending: { kind: 'pending' } }));
  const sorted = sortJudged([running, ended], { column: 'time', descending: false });
  expect(sorted.map(({ exchange }) => exchange.id)).toEqual(['1', '2']);
});

test('clicks on a column sort up, down, and back to the order in time', () => {
  const orders: Sort[] = [null];
  for (let click = 0; click < 3; click++) orders.push(nextSort(orders.at(-1) ?? null, 'method'));
  expect(orders).toEqual([null, { column: 'method', descending: false }, { column: 'method', descending: true }, null]);
});

test('a click on another column begins anew', () => {
  expect(nextSort({ column: 'method', descending: true }, 'time')).toEqual({ column: 'time', descending: false });
});

test('repeats of one fault become one row, which is the first of them', () => {
  const all = [
    madeJudged(blocked, exchangeNamed('1', 'https://api.test/poll?t=1')),
    madeJudged({}, exchangeNamed('2')),
    madeJudged(blocked, exchangeNamed('3', 'https://api.test/poll?t=2')),
  ];
  const rows = groupRepeats(all, new Set());
  expect(rows.map((row) => [row.judged.exchange.id, row.count, row.group])).toEqual([
    ['1', 2, 'closed'],
    ['2', 1, null],
  ]);
});

test('an open group shows its members below its head', () => {
  const all = [
    madeJudged(blocked, exchangeNamed('1', 'https://api.test/poll')),
    madeJudged(blocked, exchangeNamed('2', 'https://api.test/poll')),
  ];
  const [head] = groupRepeats(all, new Set());
  const rows = groupRepeats(all, new Set([head?.key ?? '']));
  expect(rows.map((row) => [row.judged.exchange.id, row.count, row.inGroup])).toEqual([
    ['1', 2, false],
    ['1', 1, true],
    ['2', 1, true],
  ]);
});

test.each([
  {
    name: 'another reason',
    other: madeJudged({ ...blocked, reason: 'MissingAllowOriginHeader' }, exchangeNamed('2', 'https://api.test/a')),
  },
  { name: 'another path', other: madeJudged(blocked, exchangeNamed('2', 'https://api.test/b')) },
  {
    name: 'another page',
    other: madeJudged(
      blocked,
      madeExchange({ id: '2', initiator: { origin: 'https://other.test', url: null } }, { url: 'https://api.test/a' }),
    ),
  },
  { name: 'no fault', other: madeJudged({}, exchangeNamed('2', 'https://api.test/a')) },
])('$name is not the same fault', ({ other }) => {
  const first = madeJudged(blocked, exchangeNamed('1', 'https://api.test/a'));
  expect(groupRepeats([first, other], new Set())).toHaveLength(2);
});

test('what passed is never folded', () => {
  const all = [
    madeJudged({}, exchangeNamed('1', 'https://api.test/a')),
    madeJudged({}, exchangeNamed('2', 'https://api.test/a')),
  ];
  expect(groupRepeats(all, new Set())).toHaveLength(2);
});

test.each([
  { key: 'ArrowDown', from: 0, target: 1 },
  { key: 'ArrowDown', from: 9, target: 9 },
  { key: 'ArrowDown', from: -1, target: 0 },
  { key: 'ArrowUp', from: 5, target: 4 },
  { key: 'ArrowUp', from: 0, target: 0 },
  { key: 'ArrowUp', from: -1, target: 9 },
  { key: 'PageDown', from: 2, target: 6 },
  { key: 'PageDown', from: 8, target: 9 },
  { key: 'PageUp', from: 2, target: 0 },
  { key: 'Home', from: 5, target: 0 },
  { key: 'End', from: 5, target: 9 },
  { key: 'x', from: 5, target: null },
])('in a list of ten, $key leads from row $from to $target', ({ key, from, target }) => {
  expect(targetOfKey(key, from, 10, 4)).toBe(target);
});

test('in an empty list no key leads anywhere', () => {
  expect(targetOfKey('ArrowDown', -1, 0, 4)).toBeNull();
});
