import { describe, expect, test } from 'vitest';
import { HarReading } from '../../../src/exchange/har-reading.ts';

const entry = (n: number, changes: object = {}) => ({
  startedDateTime: new Date(1_795_350_000_000 + n * 1000).toISOString(),
  time: 8,
  request: {
    method: 'GET',
    url: `https://api.test/items/${n}`,
    headers: [{ name: 'Origin', value: 'https://app.test' }],
  },
  response: { status: 200, headers: [] },
  ...changes,
});

const archive = (entries: readonly unknown[], log: object = {}) =>
  JSON.stringify({ log: { ...log, entries } }, null, 2);

function read(text: string, capacity?: number) {
  const reading = new HarReading(capacity);
  for (let from = 0; from < text.length; from += 100) reading.push(text.slice(from, from + 100));
  return reading.finish();
}

describe('what is no archive is refused, and the place is named', () => {
  test.each([
    { name: 'nothing', text: '', message: 'The file is empty.' },
    { name: 'a web page', text: '<!doctype html>', message: 'begins with “<!doctype ” at line 1, column 1' },
    { name: 'other JSON', text: '{"name": "cors"}', message: 'it has no field log.entries' },
    { name: 'entries that are no list', text: '{"log": {"entries": 4}}', message: 'it has no field log.entries' },
    { name: 'a file that breaks off before its entries', text: '{\n  "log": {', message: 'ends at line 2, column 11' },
    {
      name: 'a field that is not JSON',
      text: '{"log": {\n"creator": {name: 1}, "entries": []}}',
      message: /^The field log\.creator is not JSON, at line 2, column 1\d: [^"]+\.$/,
    },
    {
      name: 'a first entry that is not JSON',
      text: '{"log": {"entries": [\n{"request": undefined}]}}',
      message: /^Entry 1 is not JSON, at line 2, column \d+: [^"]+\.$/,
    },
    {
      name: 'only entries that cannot be read',
      text: archive([{}]),
      message: 'Entry 1, at line 4, column 7, was left out. Its request is not an object.',
    },
  ])('$name', ({ text, message }) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('what could be read of a broken archive is shown, with what is wrong', () => {
  test('an entry without an address is left out and named', () => {
    const { exchanges, problems } = read(archive([entry(1), entry(2, { request: { method: 'GET' } }), entry(3)]));
    expect(exchanges).toHaveLength(2);
    expect(problems).toEqual([
      expect.stringMatching(/^Entry 2, at line \d+, column 7, was left out\. Its request\.url is not an address\.$/),
    ]);
  });

  test('of many such entries the first three are named and the others counted', () => {
    const { problems } = read(archive([entry(0), ...Array.from({ length: 10 }, () => 7)]));
    expect(problems).toHaveLength(4);
    expect(problems.at(-1)).toBe('7 more entries could not be read.');
  });

  test('a file that breaks off says in which entry', () => {
    const text = archive([entry(1), entry(2), entry(3)]);
    const { exchanges, problems } = read(text.slice(0, text.indexOf('items/3')));
    expect(exchanges).toHaveLength(2);
    expect(problems).toEqual([
      expect.stringMatching(
        /^The file ends too early, at line \d+, column \d+, in the middle of entry 3, which begins at line \d+, column 7\.$/,
      ),
    ]);
  });

  test('an entry that is not JSON ends the reading', () => {
    const { exchanges, problems } = read(archive([entry(1), entry(2)]).replace(/"GET"(?=[^G]*$)/, 'GET'));
    expect(exchanges).toHaveLength(1);
    expect(problems).toEqual([expect.stringMatching(/^Entry 2 is not JSON, at line \d+, column \d+: [^"]+\.$/)]);
  });
});

test('an archive without requests is whole, and empty', () => {
  expect(read(archive([]))).toMatchObject({ exchanges: [], entries: 0, problems: [] });
});

test('beyond the room there is, the oldest entries are dropped and counted', () => {
  const { exchanges, entries, dropped } = read(archive(Array.from({ length: 25 }, (_, n) => entry(n))), 10);
  expect(entries).toBe(25);
  expect(dropped).toBeGreaterThan(0);
  expect(exchanges).toHaveLength(25 - dropped);
  expect(exchanges.at(-1)?.hops[0]?.url).toBe('https://api.test/items/24');
});

test('the address of a page stands in for a referrer that is not told', () => {
  const request = { method: 'GET', url: 'https://api.test/logo', headers: [{ name: 'Host', value: 'api.test' }] };
  const pages = [{ id: 'page_1', title: 'https://app.test/cart' }];
  const { exchanges } = read(archive([entry(1, { request, pageref: 'page_1' })], { pages }));
  expect(exchanges[0]?.initiator).toEqual({ origin: 'https://app.test', url: 'https://app.test/cart' });
});

describe('the browser is known', () => {
  const agent = (value: string) =>
    entry(1, { request: { ...entry(1).request, headers: [{ name: 'user-agent', value }] } });
  test.each([
    { name: "by Chromium's DevTools", log: { creator: { name: 'WebInspector' } }, entries: [], engine: 'chromium' },
    {
      name: "by Firefox's",
      log: { creator: { name: 'Firefox' }, browser: { name: 'Firefox', version: '153.0' } },
      entries: [],
      engine: 'firefox',
    },
    { name: "by Safari's", log: { creator: { name: 'WebKit Web Inspector' } }, entries: [], engine: 'webkit' },
    {
      name: 'by what Playwright drove',
      log: { creator: { name: 'Playwright' }, browser: { name: 'webkit' } },
      entries: [],
      engine: 'webkit',
    },
    {
      name: 'behind a proxy, by the User-Agent: Firefox',
      log: { creator: { name: 'mitmproxy' } },
      entries: [agent('Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0')],
      engine: 'firefox',
    },
    {
      name: 'behind a proxy, by the User-Agent: Safari',
      log: { creator: { name: 'Proxyman' } },
      entries: [agent('Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15')],
      engine: 'webkit',
    },
    { name: 'by nothing: Chromium', log: {}, entries: [agent('curl/8.14')], engine: 'chromium' },
  ])('$name', ({ log, entries, engine }) => {
    expect(read(archive(entries, log)).engine).toBe(engine);
  });
});
