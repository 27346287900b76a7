import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { engines } from '../../../src/cors/engines.ts';
import { type HeaderLine, HeaderList } from '../../../src/cors/header-list.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Server } from '../../../src/cors/server.ts';

const page = 'https://app.test';
const someUrls = [
  'https://api.test/',
  'https://api.test/2',
  `${page}/`,
  'https://u:p@api.test/',
  'ftp://x/',
  'http://',
  '',
  'data:,',
];
const someNames = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Location',
  'Content-Type',
  'X-A',
];
const someValues = ['*', page, 'null', 'true', 'PUT', 'x-a', '@@', '', ...someUrls];

const url = fc.oneof(fc.constantFrom(...someUrls), fc.string());
const line = fc.tuple(
  fc.oneof(fc.constantFrom(...someNames), fc.string()),
  fc.oneof(fc.constantFrom(...someValues), fc.string({ unit: 'binary' })),
);
const lines = fc.array(line, { maxLength: 6 });
const response = fc.record({
  kind: fc.constant('response' as const),
  status: fc.constantFrom(200, 204, 301, 302, 303, 307, 404, 500, 0),
  headers: lines,
});
const request: fc.Arbitrary<CorsRequest> = fc.record({
  url,
  method: fc.oneof(fc.constantFrom('GET', 'PUT', 'patch', 'DELETE'), fc.string()),
  headers: lines,
  origin: fc.constantFrom(page, 'null', 'https://other.test'),
  mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  redirect: fc.constantFrom('follow', 'error', 'manual'),
  body: fc.constantFrom('none', 'present', 'stream'),
  uploadListener: fc.boolean(),
  isSync: fc.boolean(),
  precursorOrigin: fc.constantFrom(null, 'https://app.test'),
  api: fc.constantFrom('fetch', 'xhr', 'font', 'other'),
  contentTypeFromBody: fc.boolean(),
  unsafeHeaderNames: fc.option(fc.array(fc.string()), { nil: null }),
  hasOwnClientHints: fc.boolean(),
  localNetwork: fc.constant(null),
});
const engine = fc.constantFrom(...engineNames).map((name) => engines[name]);

type Answers = readonly {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: readonly HeaderLine[];
}[];

function serverOf(answers: Answers): Server {
  return ({ hop, kind }) => {
    const given = answers[(hop * 2 + (kind === 'preflight' ? 1 : 0)) % Math.max(answers.length, 1)];
    return given === undefined ? { kind: 'not-known' } : { ...given, headers: new HeaderList(given.headers) };
  };
}

test('it never throws, and comes to an end, on any request and any answers', () => {
  fc.assert(
    fc.property(request, fc.array(response, { maxLength: 5 }), engine, (asked, answers, each) => {
      const prediction = predict(asked, serverOf(answers), each);
      expect(prediction.hops.length).toBeLessThan(23);
    }),
    { numRuns: 500 },
  );
});

test('it is deterministic', () => {
  fc.assert(
    fc.property(request, fc.array(response, { maxLength: 5 }), engine, (asked, answers, each) => {
      expect(predict(asked, serverOf(answers), each)).toEqual(predict(asked, serverOf(answers), each));
    }),
  );
});

test('it is blocked exactly if a check failed, and the reason is that check’s', () => {
  fc.assert(
    fc.property(request, fc.array(response, { maxLength: 5 }), engine, (asked, answers, each) => {
      const { outcome, reason, checks } = predict(asked, serverOf(answers), each);
      const failed = checks.filter(({ status }) => status === 'failed');
      expect(failed.length).toBe(outcome === 'blocked' ? 1 : 0);
      expect(failed[0]?.reason ?? null).toBe(reason);
    }),
    { numRuns: 500 },
  );
});

const tokenLines = fc.array(
  fc.tuple(
    fc.constantFrom(...someNames),
    fc.constantFrom('*', page, 'null', 'true', 'PUT', 'x-a', 'https://api.test/2'),
  ),
  { maxLength: 6 },
);

test('the case of header names never matters', () => {
  fc.assert(
    fc.property(request, tokenLines, fc.constantFrom(200, 204, 302, 404), engine, (asked, headers, status, each) => {
      const upper = headers.map(([name, value]): HeaderLine => [name.toUpperCase(), value]);
      const outcomes = [headers, upper].map((given) => {
        const { outcome, reason, parameter, exposure } = predict(
          asked,
          serverOf([{ kind: 'response', status, headers: given }]),
          each,
        );
        return { outcome, reason, parameter, exposure };
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 300 },
  );
});

test('the order of different headers never matters', () => {
  const distinct = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...someNames), fc.constantFrom('*', page, 'null', 'true', 'PUT', 'x-a')),
    { selector: ([name]) => name, maxLength: 6 },
  );
  fc.assert(
    fc.property(request, distinct, fc.constantFrom(200, 204, 302, 404), engine, (asked, headers, status, each) => {
      const turned = [...headers].reverse();
      const outcomes = [headers, turned].map((given) => {
        const { outcome, reason, parameter } = predict(
          asked,
          serverOf([{ kind: 'response', status, headers: given }]),
          each,
        );
        return { outcome, reason, parameter };
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 300 },
  );
});
