import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import type { Ending, Exchange } from '../../../src/exchange/exchange.ts';
import { judgeInEachEngine } from '../../../src/judge/each-engine.ts';
import { judge, judgeAsIf } from '../../../src/judge/judge.ts';
import { outcomes } from '../../../src/judge/verdict.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';

const page = 'https://app.test';
const headerName = fc.oneof(
  fc.constantFrom(
    'Origin',
    'Cookie',
    'Sec-Fetch-Mode',
    'Sec-Fetch-Site',
    'Sec-Fetch-Storage-Access',
    'Access-Control-Request-Method',
    'Access-Control-Request-Headers',
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Location',
    'Vary',
    'Cache-Control',
  ),
  fc.string(),
);
const headerValue = fc.oneof(
  fc.constantFrom(
    '*',
    page,
    'null',
    'true',
    'cors',
    'no-cors',
    'same-origin',
    'cross-site',
    'PUT',
    'x-a',
    'https://api.test/',
    'http://',
  ),
  fc.string({ unit: 'binary' }),
);
const headers = fc.array(fc.tuple(headerName, headerValue), { maxLength: 6 });
const url = fc.oneof(
  fc.constantFrom('https://api.test/', `${page}/x`, 'http://localhost:1/', 'ftp://x/', ''),
  fc.string(),
);
const time = fc.integer({ min: 0, max: 99 });
const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc.record({ kind: fc.constantFrom('completed' as const, 'answered' as const, 'lost' as const), at: time }),
  fc.record({
    kind: fc.constant('failed' as const),
    at: time,
    error: fc.oneof(fc.constantFrom('net::ERR_FAILED', 'net::ERR_ABORTED', 'NS_ERROR_DOM_BAD_URI'), fc.string()),
  }),
  fc.constant<Ending>({ kind: 'pending' }),
);
const response = fc.record({
  at: time,
  status: fc.oneof(fc.constantFrom(200, 204, 302, 307, 404, 500), fc.integer()),
  statusText: fc.string(),
  headers,
  effectiveHeaders: fc.option(headers, { nil: null }),
  fromCache: fc.boolean(),
});
const hop = fc.record({
  url,
  method: fc.oneof(fc.constantFrom('GET', 'POST', 'PUT'), fc.string()),
  startedAt: time,
  preflight: fc.option(
    fc.record({
      requestId: fc.string(),
      startedAt: time,
      requestHeaders: headers,
      response: fc.option(response, { nil: null }),
      ending,
    }),
    { nil: null },
  ),
  requestHeaders: fc.option(headers, { nil: null }),
  sentAt: fc.option(time, { nil: null }),
  response: fc.option(response, { nil: null }),
  redirectedTo: fc.option(url, { nil: null }),
});
const exchange: fc.Arbitrary<Exchange> = fc.record({
  id: fc.string(),
  tabId: fc.integer(),
  frameId: fc.integer(),
  type: fc.constantFrom('xmlhttprequest', 'image', 'font', 'ping', 'main_frame', 'websocket', 'whatever'),
  initiator: fc.record({ origin: fc.constantFrom(page, 'null', null), url: fc.option(url, { nil: null }) }),
  startedAt: time,
  // The fold always gives one; a file that somebody edited may not.
  hops: fc.array(hop, { maxLength: 4 }),
  ending,
  page: fc.nat(),
  sources: fc.constant(['web-request'] as const),
  stack: fc.constant([]),
  networkError: fc.option(fc.string(), { nil: null }),
  timingStatus: fc.option(fc.constantFrom(0, 200), { nil: null }),
});
const engine = fc.constantFrom(...engineNames);

test('any exchange at all gets a verdict', () => {
  fc.assert(
    fc.property(exchange, engine, (seen, observedBy) => {
      expect(outcomes).toContain(judge(seen, observedBy).outcome);
      expect(outcomes).toContain(judgeAsIf(seen, observedBy).outcome);
      judgeInEachEngine(seen, observedBy);
      warningsAcross([seen, seen], observedBy);
    }),
    { numRuns: 500 },
  );
});

test('the same exchange gets the same verdict', () => {
  fc.assert(
    fc.property(exchange, engine, (seen, observedBy) => {
      expect(judge(structuredClone(seen), observedBy)).toEqual(judge(seen, observedBy));
    }),
  );
});

test('there is a reason only where it was blocked, and never a success that the browser did not tell', () => {
  fc.assert(
    fc.property(exchange, engine, (seen, observedBy) => {
      const { outcome, reason } = judge(seen, observedBy);
      if (outcome !== 'blocked') expect(reason).toBeNull();
      if (seen.ending.kind === 'pending') expect(outcome).toBe('pending');
      if (seen.ending.kind === 'completed') expect(['allowed', 'opaque']).toContain(outcome);
    }),
    { numRuns: 500 },
  );
});
