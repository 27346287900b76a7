import { describe, expect, test } from 'vitest';
import { isReadable, readHarEntry } from '../../../src/exchange/har-entry.ts';

const request = { method: 'GET', url: 'https://api.test/items', headers: [] };
const entry = { startedDateTime: '2026-11-22T19:26:27.715Z', time: 8, request, response: { status: 200, headers: [] } };

function read(changes: object) {
  const facts = readHarEntry({ ...entry, ...changes });
  if (!isReadable(facts)) throw new Error(`${facts.field} is not ${facts.wanted}`);
  return facts;
}

describe('what cannot be read is named', () => {
  test.each([
    { name: 'no object at all', value: 7, field: '' },
    { name: 'a list', value: [entry], field: '' },
    { name: 'no request', value: { ...entry, request: undefined }, field: 'request' },
    { name: 'a request without address', value: { ...entry, request: { method: 'GET' } }, field: 'request.url' },
    { name: 'an address that is a number', value: { ...entry, request: { ...request, url: 4 } }, field: 'request.url' },
    {
      name: 'a request without method',
      value: { ...entry, request: { url: 'https://a.test/' } },
      field: 'request.method',
    },
    { name: 'no time', value: { ...entry, startedDateTime: undefined }, field: 'startedDateTime' },
    { name: 'a time that is none', value: { ...entry, startedDateTime: 'soon' }, field: 'startedDateTime' },
  ])('$name', ({ value, field }) => {
    expect(readHarEntry(value)).toMatchObject({ field });
  });
});

describe('what is not told does no harm', () => {
  test.each([
    { name: 'no response', changes: { response: undefined } },
    { name: 'a response that is a text', changes: { response: 'none' } },
    { name: 'headers that are no list', changes: { response: { status: 0, headers: { a: 'b' } } } },
    { name: 'a status of -1, as Playwright writes it', changes: { response: { status: -1, headers: [] } } },
  ])('$name', ({ changes }) => {
    expect(read(changes)).toMatchObject({ status: 0, responseHeaders: [], redirectedTo: null, error: null });
  });

  test('a time span of -1 is none', () => {
    const { startedAt, endedAt } = read({ time: -1 });
    expect(endedAt).toBe(startedAt);
  });

  test('a date with microseconds and an offset, as mitmproxy writes it', () => {
    expect(read({ startedDateTime: '2026-11-22T20:26:27.715123+01:00' }).startedAt).toBeCloseTo(
      Date.parse('2026-11-22T19:26:27.715Z'),
      -1,
    );
  });
});

describe('headers', () => {
  const headersOf = (headers: unknown) => read({ response: { status: 200, headers } }).responseHeaders;

  test('pseudo-headers of HTTP/2 are left out, and lines of one name stay apart', () => {
    const lines = [
      { name: ':status', value: '200' },
      { name: 'vary', value: 'Origin' },
      { name: 'Vary', value: 'Accept' },
    ];
    expect(headersOf(lines)).toEqual([
      ['vary', 'Origin'],
      ['Vary', 'Accept'],
    ]);
  });

  test('a value of several lines is several headers', () => {
    expect(headersOf([{ name: 'set-cookie', value: 'a=1\nb=2' }])).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  test('a number is a value, anything else is an empty one', () => {
    expect(headersOf([{ name: 'Age', value: 7 }, { name: 'X', value: null }, { value: 'nameless' }, 3])).toEqual([
      ['Age', '7'],
      ['X', ''],
    ]);
  });
});

describe('where an answer sends the browser', () => {
  const redirect = (status: number, redirectURL: string | undefined, location?: string) =>
    read({
      response: { status, redirectURL, headers: location === undefined ? [] : [{ name: 'location', value: location }] },
    }).redirectedTo;

  test('the field counts, else the header; both may be relative', () => {
    expect(redirect(302, 'https://b.test/x')).toBe('https://b.test/x');
    expect(redirect(302, '', '/login')).toBe('https://api.test/login');
    expect(redirect(307, undefined, 'app://open')).toBe('app://open');
  });

  test('only a redirect status redirects', () => {
    expect(redirect(201, '/items/7', '/items/7')).toBeNull();
    expect(redirect(304, '', '/login')).toBeNull();
    expect(redirect(302, '')).toBeNull();
  });
});

describe('the type', () => {
  test.each([
    { told: 'fetch', destination: '', type: 'xmlhttprequest' },
    { told: 'font', destination: 'empty', type: 'font' },
    { told: 'other', destination: 'empty', type: 'xmlhttprequest' },
    { told: '', destination: 'empty', type: 'xmlhttprequest' },
    { told: '', destination: 'style', type: 'stylesheet' },
    { told: '', destination: 'iframe', type: 'sub_frame' },
    { told: '', destination: '', type: 'other' },
  ])('told "$told", destination "$destination": $type', ({ told, destination, type }) => {
    const headers = destination === '' ? [] : [{ name: 'Sec-Fetch-Dest', value: destination }];
    expect(read({ _resourceType: told, request: { ...request, headers } }).type).toBe(type);
  });
});

test("Chromium's stack is told innermost first, from line 1, with the parents of asynchronous calls", () => {
  const frame = (url: string, lineNumber: number) => ({
    functionName: 'load',
    scriptId: '3',
    url,
    lineNumber,
    columnNumber: 4,
  });
  const stack = {
    callFrames: [frame('https://app.test/a.js', 9), frame('', 0)],
    parent: { callFrames: [frame('https://app.test/b.js', 0)] },
  };
  expect(read({ _initiator: { type: 'script', stack } }).stack).toEqual([
    { url: 'https://app.test/a.js', line: 10, column: 5, functionName: 'load' },
    { url: 'https://app.test/b.js', line: 1, column: 5, functionName: 'load' },
  ]);
});
