import { expect, test } from 'vitest';
import { type Check, type CheckStatus, checkNames } from '../../../src/cors/check.ts';
import { explainCheck } from '../../../src/explain/explain-check.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { proseFaults } from './prose.ts';
import { check, exchange, hop, page, preflight, response } from './sample.ts';

const statuses: CheckStatus[] = ['passed', 'failed', 'would-fail', 'not-reached'];
const made = exchange([hop({ method: 'PUT', preflight: preflight(response(204), { headers: 'authorization' }) })]);

test.each(checkNames)('%s has a line for each status, also where nothing is known', (name) => {
  for (const status of statuses) {
    for (const value of [null, '', 'x']) {
      for (const expected of [null, '', 'y']) {
        const words = explainCheck(check({ name, status, value, expected }), made);
        expect(
          proseFaults(words.text, 'heading').filter((fault) => !fault.endsWith('does not begin with a capital')),
        ).toEqual([]);
        expect(words.link.label).not.toBe('');
        expect(URL.canParse(words.link.url)).toBe(true);
      }
    }
  }
});

test.each(checkNames)('%s links to its section', (name) => {
  const { link } = explainCheck(check({ name, anchor: 'some-anchor' }), made);
  const place =
    name === 'local-network' ? 'https://wicg.github.io/local-network-access/' : 'https://fetch.spec.whatwg.org/';
  expect(link.url).toBe(`${place}#some-anchor`);
});

interface Row {
  name: string;
  check: Check;
  says: string;
  /** The bytes marked as at fault, and as fitting. */
  bad?: string[];
  good?: string[];
}

const rows: Row[] = [
  {
    name: 'an origin that matches is marked as good',
    check: check({ name: 'allow-origin', value: page, expected: page }),
    says: `Access-Control-Allow-Origin: ${page} matches`,
    good: [page],
  },
  {
    name: 'the wildcard allows every origin',
    check: check({ name: 'preflight-allow-origin', value: '*', expected: page }),
    says: 'Access-Control-Allow-Origin: * allows every origin',
    good: ['*'],
  },
  {
    name: 'only the slash of a look-alike is marked',
    check: check({ name: 'allow-origin', status: 'failed', value: `${page}/`, expected: page }),
    says: `Access-Control-Allow-Origin: ${page}/ is not ${page}`,
    bad: ['/'],
  },
  {
    name: 'an origin of somebody else is marked whole',
    check: check({
      name: 'allow-origin',
      status: 'would-fail',
      value: 'https://other.org',
      expected: 'https://app.example.com',
    }),
    says: 'Access-Control-Allow-Origin: https://other.org is not https://app.example.com',
    bad: ['https://other.org'],
  },
  {
    name: 'a missing origin is said to be missing',
    check: check({ name: 'allow-origin', status: 'failed', expected: page }),
    says: `There is no Access-Control-Allow-Origin, and it has to name ${page}`,
  },
  {
    name: 'the wildcard fails with credentials',
    check: check({ name: 'allow-origin', status: 'failed', value: '*', expected: page }),
    says: 'Access-Control-Allow-Origin: * does not allow a request with credentials',
    bad: ['*'],
  },
  {
    name: 'True is not true',
    check: check({ name: 'allow-credentials', status: 'failed', value: 'True', expected: 'true' }),
    says: 'Access-Control-Allow-Credentials: True is not true',
    bad: ['True'],
  },
  {
    name: 'the method is marked in its list',
    check: check({ name: 'preflight-method', value: 'GET, PUT', expected: 'PUT' }),
    says: 'Access-Control-Allow-Methods: GET, PUT allows PUT',
    good: ['PUT'],
  },
  {
    name: 'a safelisted method needs no list',
    check: check({ name: 'preflight-method', expected: 'POST' }),
    says: 'POST needs no permission',
  },
  {
    name: 'a method that lacks is marked',
    check: check({ name: 'preflight-method', status: 'failed', value: 'GET', expected: 'PUT' }),
    says: 'Access-Control-Allow-Methods: GET lacks PUT',
    bad: ['PUT'],
  },
  {
    name: 'all headers that lack are marked',
    check: check({
      name: 'preflight-headers',
      status: 'failed',
      value: 'Content-Type',
      expected: 'authorization, content-type, x-a',
      parameter: 'authorization',
    }),
    says: 'Access-Control-Allow-Headers: Content-Type lacks authorization and x-a',
    bad: ['authorization', 'x-a'],
  },
  {
    name: 'the headers that are allowed are marked in their list',
    check: check({ name: 'preflight-headers', value: 'X-B, Content-Type', expected: 'content-type' }),
    says: 'Access-Control-Allow-Headers: X-B, Content-Type allows content-type',
    good: ['Content-Type'],
  },
  {
    name: 'the space that spoils a list is marked',
    check: check({ name: 'preflight-parse-headers', status: 'failed', value: 'x-a, x-b x-c' }),
    says: 'Access-Control-Allow-Headers: x-a, x-b x-c cannot be read',
    bad: [' '],
  },
  {
    name: 'a status that is ok is good',
    check: check({ name: 'preflight-status', value: '204' }),
    says: 'Status 204 is ok (200 to 299)',
    good: ['204'],
  },
  {
    name: 'a status that is not ok is bad',
    check: check({ name: 'preflight-status', status: 'failed', value: '405' }),
    says: 'Status 405 is not ok (200 to 299)',
    bad: ['405'],
  },
  {
    name: 'what asked for the preflight is listed',
    check: check({ name: 'preflight-needed', stage: 'request', value: 'PUT, authorization' }),
    says: 'Preflight needed: PUT and authorization are not safelisted',
  },
  {
    name: 'an upload that is watched asks for a preflight',
    check: check({ name: 'preflight-needed', stage: 'request', value: 'upload' }),
    says: 'Preflight needed: the upload is watched or streamed',
  },
  {
    name: 'names and other causes are told together',
    check: check({ name: 'preflight-needed', stage: 'request', value: 'x-a, upload' }),
    says: 'Preflight needed: x-a is not safelisted, and the upload is watched or streamed',
  },
  {
    name: 'a list that cannot be read allows nothing, though it names it',
    check: check({ name: 'preflight-method', status: 'would-fail', value: 'PUT, @bad', expected: 'PUT' }),
    says: 'Access-Control-Allow-Methods: PUT, @bad cannot be read, so it does not allow PUT',
    bad: ['@', 'PUT'],
  },
  {
    name: 'a password in a redirect is not shown',
    check: check({
      name: 'redirect-credentials',
      stage: 'redirect',
      status: 'failed',
      value: 'https://user:secret@b.test/x',
    }),
    says: "The redirect's URL https://user:***@b.test/x holds a user name or a password",
    bad: ['user:***@'],
  },
];

test.each(rows)('$name', ({ check: given, says, bad = [], good = [] }) => {
  const { text } = explainCheck(given, made);
  expect(plainText(text)).toBe(says);
  expect(text.flatMap((part) => (typeof part !== 'string' && 'bad' in part ? [part.bad] : []))).toEqual(bad);
  expect(text.flatMap((part) => (typeof part !== 'string' && 'good' in part ? [part.good] : []))).toEqual(good);
});

test('a request that needs none has no preflight', () => {
  const { text } = explainCheck(check({ name: 'preflight-needed', stage: 'request' }), exchange([hop()]));
  expect(plainText(text)).toBe('No preflight needed: method and headers are safelisted');
});
