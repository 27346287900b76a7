import { expect, test } from 'vitest';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { fromFirefox } from '../../../src/capture/firefox-events.ts';
import type { EventDetails } from '../../../src/capture/request-event.ts';

const details: EventDetails = {
  requestId: '1',
  url: 'https://api.test/',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 0,
  timeStamp: 1_000,
};

test.each([
  { name: 'the caller’s URL has its origin', originUrl: 'https://app.test:8443/a/b', origin: 'https://app.test:8443' },
  { name: 'a hidden URL is an opaque origin', originUrl: undefined, origin: 'null' },
  { name: 'a file has an opaque origin', originUrl: 'file:///home/me/index.html', origin: 'null' },
  { name: 'a blob has its maker’s', originUrl: 'blob:https://app.test/1-2-3', origin: 'https://app.test' },
  { name: 'what is no URL is opaque', originUrl: 'no url', origin: 'null' },
])('Firefox: $name', ({ originUrl, origin }) => {
  const [observation] = fromFirefox('onBeforeRequest', { ...details, originUrl });
  expect(observation?.initiator.origin).toBe(origin);
});

test.each([
  { name: 'an origin', initiator: 'https://app.test', origin: 'https://app.test' },
  { name: 'an opaque origin', initiator: 'null', origin: 'null' },
  { name: 'nobody, where the browser itself asked', initiator: undefined, origin: null },
])('Chromium: the initiator is $name', ({ initiator, origin }) => {
  const [observation] = fromChromium('onBeforeRequest', { ...details, initiator });
  expect(observation?.initiator.origin).toBe(origin);
});

test('bytes that are no UTF-8 become one character each', () => {
  const responseHeaders = [{ name: 'x', binaryValue: [0x61, 0xff] }];
  const [observation] = fromChromium('onHeadersReceived', { ...details, responseHeaders });
  expect(observation).toMatchObject({ headers: [['x', 'aÿ']] });
});

test.each([
  { statusLine: 'HTTP/1.1 404 Not Found', statusText: 'Not Found' },
  { statusLine: 'HTTP/2.0 404 ', statusText: '' },
  { statusLine: 'HTTP/1.1 404', statusText: '' },
  { statusLine: undefined, statusText: '' },
])('the status text of "$statusLine" is "$statusText"', ({ statusLine, statusText }) => {
  const [observation] = fromFirefox('onHeadersReceived', { ...details, statusCode: 404, statusLine });
  expect(observation).toMatchObject({ status: 404, statusText });
});

test('Chromium: a look into the font cache is withdrawn, a missed font is not', () => {
  const kinds = ['net::ERR_CACHE_MISS', 'net::ERR_FAILED'].map(
    (error) => fromChromium('onErrorOccurred', { ...details, type: 'font', error })[0]?.kind,
  );
  expect(kinds).toEqual(['withdrawn', 'failed']);
});

test.each([
  { name: 'UTF-8 is read', given: 'http://b\u00C3\u00BCcher.test', read: 'http://bücher.test' },
  {
    name: 'another encoding stays a character for each byte',
    given: 'http://b\u00FCcher.test',
    read: 'http://bücher.test',
  },
  { name: 'a character cut in two stays as it is', given: 'x\u00C3', read: 'x\u00C3' },
  { name: 'text beyond bytes stays as it is', given: 'b\u00C3\u00BC\u4E2D', read: 'b\u00C3\u00BC\u4E2D' },
])('Firefox gives each byte of a header as a character: $name', ({ given, read }) => {
  const [observation] = fromFirefox('onHeadersReceived', {
    ...details,
    responseHeaders: [{ name: 'x', value: given }],
  });
  expect(observation).toMatchObject({ headers: [['x', read]] });
});

test('Chromium: a beacon that outlived its page has no headers at its end, which changes none', () => {
  const kinds = fromChromium('onCompleted', { ...details, responseHeaders: undefined }).map(({ kind }) => kind);
  expect(kinds).toEqual(['completed']);
});

test('Firefox: what a service worker takes over is withdrawn, what redirects to itself is not', () => {
  const kinds = [0, 302].map(
    (statusCode) => fromFirefox('onBeforeRedirect', { ...details, statusCode, redirectUrl: details.url })[0]?.kind,
  );
  expect(kinds).toEqual(['withdrawn', 'redirected']);
});
