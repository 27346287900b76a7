import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Exchange, Hop } from '../../../src/exchange/exchange.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Override, OwnRule, Patch } from '../../../src/override/override.ts';
import type { PlanContext, Wanted } from '../../../src/override/plan.ts';
import { planOverride } from '../../../src/override/plan-override.ts';
import { sessionRules } from '../../../src/override/session-rules.ts';
import { madeExchange, madeHop, madePreflight, madeResponse } from '../panel/made.ts';

const page = 'https://app.test:8443';
const api = 'https://api.test:8444';

const context: PlanContext = { engine: 'chromium', developmentOrigins: [], initiators: [page], active: [] };

/** A refused exchange, judged and with its fix. */
function wanted(hop: Partial<Hop>, changed: Partial<Exchange> = {}): Wanted {
  const initiator = { origin: page, url: null };
  const ending = { kind: 'failed', at: 1100, error: 'net::ERR_FAILED' } as const;
  const exchange = madeExchange({ initiator, ending, ...changed }, hop);
  const verdict = judge(exchange, 'chromium');
  return { exchange, fix: fixFor(exchange, verdict) };
}

function answered(path: string, lines: readonly HeaderLine[], more: readonly HeaderLine[] = []): Partial<Hop> {
  return {
    url: `${api}${path}`,
    requestHeaders: [['Origin', page], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site'], ...more],
    sentAt: 1000,
    response: madeResponse({ headers: lines }),
  };
}

function asked(method: string, names: string, lines: readonly HeaderLine[], status = 204): Partial<Hop> {
  return {
    url: `${api}/orders`,
    method,
    preflight: madePreflight({
      requestHeaders: [
        ['Origin', page],
        ['Access-Control-Request-Method', method],
        ['Access-Control-Request-Headers', names],
      ],
      response: madeResponse({ status, headers: lines }),
    }),
  };
}

const withCookie: HeaderLine[] = [['Cookie', 'session=1']];

function overrideOf(patches: readonly Patch[], ownRules: readonly OwnRule[] = []): Override {
  return { tabId: 7, pageOrigin: page, startedAt: 0, endsAt: 1, patches, ownRules };
}

describe('the rules of an override', () => {
  test('a missing Allow-Origin takes one rule: this tab, this server, this host', () => {
    const { patches, cures } = planOverride([wanted(answered('/products', []))], context);
    expect(cures).toEqual(['1']);
    expect(sessionRules(overrideOf(patches), 'chromium', 5)).toEqual([
      {
        id: 5,
        priority: 2,
        condition: { tabIds: [7], urlFilter: `|${api}/`, initiatorDomains: ['app.test'] },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [
            { header: 'access-control-allow-origin', operation: 'set', value: page },
            { header: 'access-control-max-age', operation: 'set', value: '0' },
          ],
        },
      },
    ]);
  });

  test('in Firefox, which stores answers as rules made them, nothing is stored', () => {
    const { patches } = planOverride([wanted(answered('/products', []))], { ...context, engine: 'firefox' });
    expect(patches[0]?.actions).toContainEqual({ operation: 'set', name: 'Cache-Control', value: 'no-store' });
  });

  test('several exchanges with one server become one rule, and lists are appended to', () => {
    const allow: HeaderLine[] = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Methods', 'GET, DELETE'],
    ];
    const { patches } = planOverride(
      [
        wanted(answered('/products', [])),
        wanted(asked('PUT', 'x-b', allow), { id: '2' }),
        wanted(asked('PATCH', 'x-a', allow), { id: '3' }),
      ],
      context,
    );
    expect(patches).toHaveLength(1);
    expect(patches[0]?.actions).toEqual([
      { operation: 'set', name: 'Access-Control-Allow-Origin', value: page },
      { operation: 'set', name: 'Access-Control-Max-Age', value: '0' },
      { operation: 'append', name: 'Access-Control-Allow-Methods', value: 'PUT, PATCH' },
      { operation: 'append', name: 'Access-Control-Allow-Headers', value: 'x-b, x-a' },
    ]);
  });

  test('a list that cannot be parsed is replaced', () => {
    const allow: HeaderLine[] = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Methods', 'GET PUT'],
      ['Access-Control-Allow-Headers', 'x-a'],
    ];
    const { patches } = planOverride([wanted(asked('PUT', 'x-a', allow))], context);
    expect(patches[0]?.actions).toContainEqual({
      operation: 'set',
      name: 'Access-Control-Allow-Methods',
      value: 'PUT',
    });
  });

  test('credentials are allowed where they are seen, and the page alone is named', () => {
    const { patches, notes } = planOverride([wanted(answered('/account', [], withCookie))], context);
    expect(patches[0]?.actions.slice(0, 2)).toEqual([
      { operation: 'set', name: 'Access-Control-Allow-Origin', value: page },
      { operation: 'set', name: 'Access-Control-Allow-Credentials', value: 'true' },
    ]);
    expect(notes).toHaveLength(1);
  });

  test('a redirect to a third server takes *, since the page counts as nobody there', () => {
    const first = madeHop({
      ...answered('/a', [['Access-Control-Allow-Origin', page]]),
      redirectedTo: 'https://c.test/b',
    });
    const second = madeHop({
      url: 'https://c.test/b',
      requestHeaders: [['Origin', 'null']],
      sentAt: 1010,
      response: madeResponse({ headers: [['Access-Control-Allow-Origin', page]] }),
    });
    const { patches, notes } = planOverride([wanted({}, { hops: [first, second] })], context);
    expect(patches).toMatchObject([{ target: 'https://c.test', initiator: page }]);
    expect(patches[0]?.actions[0]).toEqual({ operation: 'set', name: 'Access-Control-Allow-Origin', value: '*' });
    expect(notes).toHaveLength(1);
  });

  test('an opaque origin is allowed by name, and the hosts that were seen in the tab are left alone', () => {
    const sandboxed = wanted(
      { ...answered('/products', []), requestHeaders: [['Origin', 'null']] },
      { initiator: { origin: 'null', url: null } },
    );
    const { patches } = planOverride([sandboxed], { ...context, initiators: [page, 'https://widget.test', 'null'] });
    const [rule] = sessionRules(overrideOf(patches), 'chromium', 1);
    expect(rule?.condition).toEqual({
      tabIds: [7],
      urlFilter: `|${api}/`,
      excludedInitiatorDomains: ['app.test', 'widget.test'],
    });
    expect(rule?.action.responseHeaders?.[0]).toEqual({
      header: 'access-control-allow-origin',
      operation: 'set',
      value: 'null',
    });
  });

  test('two ports of one host are one to a rule: both are allowed, or neither where credentials are at stake', () => {
    const frame = { initiator: { origin: 'https://app.test:9000', url: null }, id: '2' };
    const open = planOverride([wanted(answered('/a', [])), wanted(answered('/b', []), frame)], context);
    expect(open.patches).toHaveLength(1);
    expect(open.patches[0]?.actions[0]).toMatchObject({ value: '*' });
    const both = [wanted(answered('/a', [], withCookie)), wanted(answered('/b', [], withCookie), frame)];
    const closed = planOverride(both, context);
    expect(closed.cures).toEqual(['1']);
    expect(closed.cannot).toMatchObject([{ exchangeId: '2', obstacle: 'conflict' }]);
  });

  test('rules of one’s own come first, in requests and answers, and leave nothing behind', () => {
    const own: OwnRule[] = [
      { target: api, direction: 'request', action: { operation: 'set', name: 'X-Api-Key', value: 'k' } },
      { target: api, direction: 'response', action: { operation: 'remove', name: 'X-Powered-By' } },
    ];
    expect(sessionRules(overrideOf([], own), 'firefox', 3)).toEqual([
      {
        id: 3,
        priority: 1000,
        condition: { tabIds: [7], urlFilter: `|${api}/`, initiatorDomains: ['app.test'] },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'x-api-key', operation: 'set', value: 'k' }],
          responseHeaders: [
            { header: 'x-powered-by', operation: 'remove' },
            { header: 'access-control-max-age', operation: 'set', value: '0' },
            { header: 'cache-control', operation: 'set', value: 'no-store' },
          ],
        },
      },
    ]);
  });
});

test.each([
  { obstacle: 'preflight-status', one: wanted(asked('PUT', 'x-a', [], 405)), proxyHelps: true },
  {
    obstacle: 'preflight-redirect',
    one: wanted(asked('PUT', 'x-a', [['Location', '/orders/']], 307)),
    proxyHelps: true,
  },
  { obstacle: 'no-tab', one: wanted(answered('/a', []), { tabId: -1 }), proxyHelps: true },
  {
    obstacle: 'not-development',
    one: wanted(answered('/a', []), { initiator: { origin: 'https://widget.example', url: null } }),
    proxyHelps: false,
  },
  {
    obstacle: 'nothing-to-fix',
    one: wanted(answered('/a', [['Access-Control-Allow-Origin', page]]), { ending: { kind: 'completed', at: 1100 } }),
    proxyHelps: false,
  },
  {
    obstacle: 'not-by-headers',
    one: wanted(
      { ...answered('/a', []), response: null },
      { ending: { kind: 'failed', at: 1100, error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' } },
    ),
    proxyHelps: true,
  },
])('what no override can do is said: $obstacle', ({ obstacle, one, proxyHelps }) => {
  const plan = planOverride([one], context);
  expect(plan.patches).toEqual([]);
  expect(plan.cannot).toMatchObject([{ exchangeId: '1', obstacle, proxyHelps }]);
  expect(plan.cannot[0]?.text.length).toBeGreaterThan(0);
});
