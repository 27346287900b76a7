import { expect, test } from 'vitest';
import { WorkerRequests } from '../../../src/capture/worker-requests.ts';
import { observe, requestHeaders, started } from '../exchange/observe.ts';

const ofWorker = observe('1', started, { tabId: -1 });

test('nothing is expected at first', () => {
  const workers = new WorkerRequests();
  expect(workers.areExpected).toBe(false);
  expect(workers.isOfPage(ofWorker)).toBe(false);
});

test.each([
  { name: 'a shared worker', destination: 'sharedworker', expected: true },
  { name: 'a service worker', destination: 'serviceworker', expected: true },
  { name: 'a dedicated worker, whose requests have the tab’s number', destination: 'worker', expected: false },
])('the script of $name', ({ destination, expected }) => {
  const workers = new WorkerRequests();
  const script = observe('1', requestHeaders([['Sec-Fetch-Dest', destination]]), { url: 'https://app.test/worker.js' });
  expect(workers.expectAfter(script)).toBe(expected);
  expect(workers.isOfPage(ofWorker)).toBe(expected);
});

test('only the first to be expected is news', () => {
  const workers = new WorkerRequests();
  expect(['https://app.test/', 'https://app.test/a', 'https://b.test/'].map((url) => workers.expect(url))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  { name: 'of a tab', observation: observe('1', started) },
  {
    name: 'of another origin',
    observation: observe('1', started, { tabId: -1, initiator: { origin: 'https://b.test', url: null } }),
  },
  {
    name: 'of a tab that was closed meanwhile',
    observation: observe('1', started, { tabId: -1, documentId: 'document' }),
  },
  { name: 'of nobody', observation: observe('1', started, { tabId: -1, initiator: { origin: null, url: null } }) },
])('requests $name are not the workers’', ({ observation }) => {
  const workers = new WorkerRequests();
  workers.expect('https://app.test/');
  expect(workers.isOfPage(observation)).toBe(false);
});

test('an opaque origin has no such workers', () => {
  expect(new WorkerRequests().expect('data:text/html,x')).toBe(false);
});
