import { describe, expect, test } from 'vitest';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { inWords, recordedEvents, recordedObservations, scenarioNames } from './replay.ts';

/** What each page did and what its servers answered is known: this is what a reader of the events must make of it. */
const expected: Record<string, { chromium: string[]; firefox: string[] }> = {
  'preflighted PUT, allowed': {
    chromium: ['PUT 4411/allow (OPTIONS 200 completed) sent 200, completed'],
    firefox: ['PUT 4411/allow (OPTIONS 200 completed) sent 200, answered'],
  },
  'preflighted PUT, refused': {
    chromium: ['PUT 4411/refuse (OPTIONS 200 completed) not sent unanswered, net::ERR_FAILED'],
    firefox: ['PUT 4411/refuse (OPTIONS 200 NS_ERROR_DOM_BAD_URI) not sent unanswered, NS_ERROR_DOM_BAD_URI'],
  },
  'simple GET, allowed': {
    chromium: ['GET 4411/allow sent 200, completed'],
    firefox: ['GET 4411/allow sent 200, answered'],
  },
  'simple GET, refused': {
    chromium: ['GET 4411/refuse sent 200, net::ERR_FAILED'],
    firefox: ['GET 4411/refuse sent 200, answered'],
  },
  'GET redirected to a third origin': {
    chromium: ['GET 4411/redirect sent 302 > GET 4412/allow sent 200, completed'],
    firefox: ['GET 4411/redirect sent 302 > GET 4412/allow sent 200, answered'],
  },
  'preflighted PUT redirected to a third origin': {
    chromium: [
      'PUT 4411/redirect (OPTIONS 200 completed) sent 302 > PUT 4412/allow (OPTIONS 200 completed) sent 200, completed',
    ],
    firefox: [
      'PUT 4411/redirect (OPTIONS 200 completed) sent 302 > PUT 4412/allow (OPTIONS 200 completed) sent 200, answered',
    ],
  },
  'same-origin GET redirected to another origin': {
    chromium: ['GET 4410/redirect sent 302 > GET 4411/allow sent 200, completed'],
    firefox: ['GET 4410/redirect sent 302 > GET 4411/allow sent 200, answered'],
  },
  'redirect that CORS refuses': {
    chromium: ['GET 4411/refused-redirect sent 302, net::ERR_FAILED'],
    firefox: ['GET 4411/refused-redirect sent 302, NS_ERROR_UNEXPECTED'],
  },
  'preflight that is redirected': {
    chromium: ['PUT 4411/redirected-preflight (OPTIONS 302 completed) not sent unanswered, net::ERR_FAILED'],
    firefox: [
      'PUT 4411/redirected-preflight (OPTIONS 302 NS_ERROR_NET_ON_RECEIVING_FROM) not sent unanswered, NS_ERROR_DOM_BAD_URI',
    ],
  },
  'redirect that the page forbids': {
    chromium: ['GET 4411/redirect sent 302, net::ERR_ABORTED'],
    firefox: ['GET 4411/redirect sent 302, answered'],
  },
  'no connection': {
    chromium: ['GET 4419/ sent unanswered, net::ERR_CONNECTION_REFUSED'],
    firefox: ['GET 4419/ not sent unanswered, NS_ERROR_CONNECTION_REFUSED'],
  },
  'no connection for a preflight': {
    chromium: ['PUT 4419/ (OPTIONS unanswered net::ERR_FAILED) not sent unanswered, net::ERR_CONNECTION_REFUSED'],
    firefox: ['PUT 4419/ (OPTIONS unanswered NS_ERROR_CONNECTION_REFUSED) not sent unanswered, NS_ERROR_DOM_BAD_URI'],
  },
  'OPTIONS of the page itself': {
    chromium: ['OPTIONS 4411/allow (OPTIONS 200 completed) sent 200, completed'],
    firefox: ['OPTIONS 4411/allow (OPTIONS 200 completed) sent 200, answered'],
  },
  'three requests at once': {
    chromium: Array<string>(3).fill('PUT 4411/allow (OPTIONS 200 completed) sent 200, completed'),
    firefox: Array<string>(3).fill('PUT 4411/allow (OPTIONS 200 completed) sent 200, answered'),
  },
  'sandboxed frame': {
    chromium: ['GET 4411/allow sent 200, completed'],
    firefox: ['GET 4411/allow sent 200, answered'],
  },
  font: {
    chromium: ['GET 4411/allow sent 200, completed'],
    firefox: ['GET 4411/allow sent 200, answered'],
  },
  // The page sends it with credentials, and a wildcard does not cover those.
  'beacon with JSON': {
    chromium: ['POST 4411/allow (OPTIONS 200 completed) not sent unanswered, net::ERR_FAILED'],
    firefox: ['POST 4411/allow (OPTIONS 200 NS_ERROR_DOM_BAD_URI) not sent unanswered, NS_ERROR_DOM_BAD_URI'],
  },
};

test('every recorded scenario is looked at', () => {
  expect(Object.keys(expected)).toEqual(scenarioNames);
});

describe.each(['chromium', 'firefox'] as const)('%s', (engine) => {
  test.each(Object.entries(expected))('%s', (scenario, lines) => {
    const exchanges = foldObservations(recordedObservations(engine, scenario));
    expect(exchanges.map(inWords)).toEqual(lines[engine]);
  });

  test('concurrent preflights go to the requests whose headers they ask about', () => {
    const exchanges = foldObservations(recordedObservations(engine, 'three requests at once'));
    const pairs = exchanges.map(({ hops: [hop] }) => {
      const asked = hop?.preflight?.requestHeaders.find(([name]) => /request-headers/i.test(name))?.[1];
      const sent = hop?.requestHeaders?.find(([name]) => /^x-/i.test(name))?.[0].toLowerCase();
      return [asked, sent];
    });
    expect(pairs).toEqual([
      ['x-a', 'x-a'],
      ['x-b', 'x-b'],
      ['x-a', 'x-a'],
    ]);
  });

  test('each redirect has its own Origin, the last one tainted', () => {
    const [exchange] = foldObservations(recordedObservations(engine, 'GET redirected to a third origin'));
    const origins = exchange?.hops.map(
      ({ requestHeaders }) => requestHeaders?.find(([name]) => name.toLowerCase() === 'origin')?.[1],
    );
    expect(origins).toEqual(['http://localhost:4410', 'null']);
    expect(exchange?.hops[0]?.redirectedTo).toBe('http://localhost:4412/allow');
  });

  test('a page is known by its origin, a sandboxed frame by an opaque one', () => {
    const initiators = ['simple GET, allowed', 'sandboxed frame'].map(
      (scenario) => foldObservations(recordedObservations(engine, scenario))[0]?.initiator.origin,
    );
    expect(initiators).toEqual(['http://localhost:4410', 'null']);
  });

  test('a request is dated by its first event, in milliseconds since the epoch', () => {
    const [, details] = recordedEvents(engine, 'simple GET, allowed')[0] ?? [];
    const [exchange] = foldObservations(recordedObservations(engine, 'simple GET, allowed'));
    expect(exchange?.startedAt).toBe(details?.timeStamp);
    expect(new Date(exchange?.startedAt ?? 0).getFullYear()).toBeGreaterThanOrEqual(2026);
  });

  test.each(scenarioNames)('events that are told twice change nothing: %s', (scenario) => {
    const observations = recordedObservations(engine, scenario);
    const once = foldObservations(observations).map(inWords);
    expect(foldObservations(observations.flatMap((one) => [one, one])).map(inWords)).toEqual(once);
  });
});
