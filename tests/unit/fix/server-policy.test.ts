import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { detectServer } from '../../../src/fix/detect-server.ts';
import type { HeadersFix, HopNeeds } from '../../../src/fix/fix.ts';
import { mergeFixes } from '../../../src/fix/server-policy.ts';

const nothingAllowed = { origins: [], methods: [], requestHeaders: [], exposedHeaders: [], credentials: false };

function fix(needs: Partial<HopNeeds>, url = 'https://api.test/items'): HeadersFix {
  const all: HopNeeds = {
    origin: 'https://app.test',
    method: 'GET',
    requestHeaders: [],
    credentialed: false,
    exposedHeaders: [],
    allowed: nothingAllowed,
    ...needs,
  };
  return { kind: 'headers', advice: [], hops: [{ hop: 0, url, preflight: null, response: null, needs: all }] };
}

test('several requests to one server become one policy', () => {
  const [policy, ...others] = mergeFixes([
    fix({ requestHeaders: ['x-a'] }),
    fix({ method: 'PUT', requestHeaders: ['X-A', 'content-type'], credentialed: true }, 'https://api.test/items/1'),
    fix({ origin: 'http://localhost:5173', exposedHeaders: ['X-Total'] }),
  ]);
  expect(others).toEqual([]);
  expect(policy).toMatchObject({
    target: 'https://api.test',
    origins: ['https://app.test', 'http://localhost:5173'],
    methods: ['GET', 'HEAD', 'PUT'],
    requestHeaders: ['x-a', 'content-type'],
    exposedHeaders: ['X-Total'],
    credentials: true,
    paths: ['/items', '/items/1'],
    leftOut: [],
  });
});

test('each server has a policy of its own', () => {
  const policies = mergeFixes([fix({}), fix({}, 'https://cdn.test/a')]);
  expect(policies.map(({ target }) => target)).toEqual(['https://api.test', 'https://cdn.test']);
});

test('what the server allows already stays allowed', () => {
  const allowed = {
    ...nothingAllowed,
    origins: ['https://admin.test'],
    methods: ['DELETE'],
    requestHeaders: ['X-Old'],
    credentials: true,
  };
  expect(mergeFixes([fix({ allowed })])[0]).toMatchObject({
    origins: ['https://app.test', 'https://admin.test'],
    methods: ['GET', 'HEAD', 'DELETE'],
    requestHeaders: ['X-Old'],
    credentials: true,
  });
});

test('everyone is allowed only without credentials', () => {
  expect(mergeFixes([fix({ origin: 'null' })])[0]).toMatchObject({ anyOrigin: true, origins: [], credentials: false });
  expect(mergeFixes([fix({ origin: 'null' }), fix({ credentialed: true })])[0]).toMatchObject({
    anyOrigin: false,
    origins: ['https://app.test'],
    credentials: true,
  });
});

test.each([
  {
    name: 'an origin with a quote',
    needs: { origin: 'http://a";return 200;.test' },
    leftOut: 'http://a";return 200;.test',
  },
  { name: 'an origin with a variable of nginx', needs: { origin: 'http://$host.test' }, leftOut: 'http://$host.test' },
  { name: 'a header name with a backtick', needs: { requestHeaders: ['x-`id`'] }, leftOut: 'x-`id`' },
  { name: 'a method with a quote', needs: { method: "X'Y" }, leftOut: "X'Y" },
])('$name is left out and named', ({ needs, leftOut }) => {
  const [policy] = mergeFixes([fix(needs)]);
  expect(policy?.leftOut).toEqual([leftOut]);
  expect(JSON.stringify({ ...policy, leftOut: [] })).not.toContain(JSON.stringify(leftOut).slice(1, -1));
});

test('a server whose own address is of that kind has no policy', () => {
  expect(mergeFixes([fix({}, "http://a'b.test/")])).toEqual([]);
});

test.each<{ lines: HeaderLine[]; ids: string[]; evidence: string }>([
  {
    lines: [
      ['Server', 'nginx/1.22.1'],
      ['X-Powered-By', 'Express'],
    ],
    ids: ['express', 'nginx'],
    evidence: 'X-Powered-By: Express',
  },
  { lines: [['server', 'Werkzeug/2.2 Python/3.11']], ids: ['flask'], evidence: 'server: Werkzeug/2.2 Python/3.11' },
  {
    lines: [
      ['Server', 'nginx'],
      ['Set-Cookie', 'csrftoken=secret; Path=/'],
    ],
    ids: ['nginx', 'django'],
    evidence: 'Server: nginx',
  },
  { lines: [['Set-Cookie', 'JSESSIONID=secret; Path=/']], ids: ['spring-boot'], evidence: 'Set-Cookie: JSESSIONID' },
  { lines: [['Server', 'AmazonS3']], ids: ['aws-s3'], evidence: 'Server: AmazonS3' },
  { lines: [['Server', 'Apache-Coyote/1.1']], ids: ['spring-boot'], evidence: 'Server: Apache-Coyote/1.1' },
])('$evidence suggests $ids', ({ lines, ids, evidence }) => {
  const guesses = detectServer(lines);
  expect(guesses.map(({ id }) => id)).toEqual(ids);
  expect(`${guesses[0]?.evidence.header}: ${guesses[0]?.evidence.value}`).toBe(evidence);
  expect(JSON.stringify(guesses)).not.toContain('secret');
});

test('an answer that gives nothing away suggests nothing', () => {
  expect(
    detectServer([
      ['Content-Type', 'text/html'],
      ['Server', 'secret-sauce'],
    ]),
  ).toEqual([]);
});
