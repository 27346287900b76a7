import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { explainWarning } from '../../../src/explain/explain-warning.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { warningNames } from '../../../src/judge/warning.ts';
import { proseFaults } from './prose.ts';
import { exchange, hop, preflight, response, verdict } from './sample.ts';

const made = exchange([
  hop({
    method: 'PUT',
    preflight: preflight(response(204, [['Access-Control-Max-Age', '99999']])),
    response: response(200),
  }),
]);

test.each(warningNames)('%s has its words, also where nothing is known', (name) => {
  for (const [exchanged, parameter] of [
    [made, ''],
    [made, 'x-total-count, link'],
    [exchange([hop()]), '7200'],
  ] as const) {
    for (const credentialed of [true, false, null]) {
      const { short, text } = explainWarning({ name, parameter }, exchanged, verdict({ credentialed }));
      expect([...proseFaults(short, 'label'), ...proseFaults(text, 'sentences')]).toEqual([]);
    }
  }
});

test('two warnings never share a short text', () => {
  const shorts = warningNames.map((name) => explainWarning({ name, parameter: '' }, made, verdict()).short);
  expect(new Set(shorts).size).toBe(warningNames.length);
});

test('what JavaScript cannot read is listed, the wanted ones first, and what it can', () => {
  const { text } = explainWarning(
    { name: 'headers-not-exposed', parameter: 'x-total-count' },
    made,
    verdict({ exposure: { readable: ['content-type'], hidden: ['x-total-count', 'server'] } }),
  );
  expect(plainText(text)).toBe(
    'JavaScript cannot read x-total-count. Let the server list what your code needs in Access-Control-Expose-Headers. It cannot read server either. It can read content-type.',
  );
});

test('with credentials the headers to expose have to be named', () => {
  const { text } = explainWarning(
    { name: 'headers-not-exposed', parameter: 'etag' },
    made,
    verdict({ credentialed: true }),
  );
  expect(plainText(text)).toContain('by name: with credentials * is no wildcard.');
});

test.each(engineNames)('blocked in %s is told by the name that people know', (engine) => {
  const { short } = explainWarning({ name: 'blocked-elsewhere', parameter: engine }, made, verdict());
  expect(short).toBe(
    { chromium: 'Blocked in Chrome', firefox: 'Blocked in Firefox', webkit: 'Blocked in Safari' }[engine],
  );
});

test('a repeated preflight tells what it cost', () => {
  expect(plainText(explainWarning({ name: 'preflight-repeated', parameter: '' }, made, verdict()).text)).toContain(
    'which cost 38 ms this time',
  );
});

test('a time above the limit is quoted', () => {
  expect(plainText(explainWarning({ name: 'max-age-above-cap', parameter: '7200' }, made, verdict()).text)).toContain(
    'Access-Control-Max-Age of 99999 is more than browsers take',
  );
});
