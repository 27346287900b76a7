import { describe, expect, test } from 'vitest';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Warning } from '../../../src/judge/warning.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';
import { allow, allowCredentials, asked, exchange, failed, hop, page, preflight, response } from './seen.ts';

function warningsOn(headers: readonly HeaderLine[], requestHeaders = asked()): readonly Warning[] {
  return judge(exchange([hop({ requestHeaders, response: response(200, headers) })]), 'chromium').warnings;
}

function names(warnings: readonly Warning[]): readonly string[] {
  return warnings.map(({ name }) => name);
}

test.each<{ name: string; headers: readonly HeaderLine[]; warns: boolean }>([
  {
    name: 'a named origin that caches may keep',
    headers: [allow(page), ['Cache-Control', 'max-age=300']],
    warns: true,
  },
  {
    name: 'the same with Vary: Origin',
    headers: [allow(page), ['Cache-Control', 'max-age=300'], ['Vary', 'Accept, origin']],
    warns: false,
  },
  {
    name: 'the same with Vary: *',
    headers: [allow(page), ['Cache-Control', 'max-age=300'], ['Vary', '*']],
    warns: false,
  },
  { name: 'a named origin that nobody may keep', headers: [allow(page), ['Cache-Control', 'no-store']], warns: false },
  { name: 'a wildcard', headers: [allow('*'), ['Cache-Control', 'max-age=300']], warns: false },
])('missing Vary: $name', ({ headers, warns }) => {
  expect(names(warningsOn([...headers, allowCredentials])).includes('missing-vary-origin')).toBe(warns);
});

test('null that is allowed is dangerous, though it passes', () => {
  const requestHeaders: HeaderLine[] = [
    ['Origin', 'null'],
    ['Sec-Fetch-Mode', 'cors'],
  ];
  expect(names(warningsOn([allow('null')], requestHeaders))).toContain('null-origin-allowed');
});

test('headers that the page is likely to want are told, the server’s own housekeeping is not', () => {
  const headers: HeaderLine[] = [
    allow('*'),
    ['X-Total-Count', '12'],
    ['Link', '</?page=2>; rel="next"'],
    ['RateLimit-Remaining', '3'],
    ['X-Powered-By', 'PHP'],
    ['X-Frame-Options', 'DENY'],
    ['Server', 'nginx'],
    ['Content-Type', 'text/plain'],
  ];
  expect(warningsOn(headers)).toContainEqual({
    name: 'headers-not-exposed',
    parameter: 'link, ratelimit-remaining, x-total-count',
  });
  expect(names(warningsOn([...headers, ['Access-Control-Expose-Headers', '*']]))).not.toContain('headers-not-exposed');
});

describe('preflights', () => {
  const preflighted = (lines: readonly HeaderLine[], unsafeHeaders = '') => {
    const answer = response(204, [allow('*'), ['Access-Control-Allow-Methods', 'PUT'], ...lines]);
    const seen = hop({
      method: 'PUT',
      preflight: preflight('PUT', unsafeHeaders, answer),
      response: response(200, [allow('*')]),
    });
    return judge(exchange([seen]), 'chromium').warnings;
  };

  test('a wildcard that covers Authorization', () => {
    expect(names(preflighted([['Access-Control-Allow-Headers', '*']], 'authorization'))).toContain(
      'wildcard-covers-authorization',
    );
    const named: HeaderLine[] = [['Access-Control-Allow-Headers', '*, Authorization']];
    expect(names(preflighted(named, 'authorization'))).not.toContain('wildcard-covers-authorization');
    expect(names(preflighted([['Access-Control-Allow-Headers', '*']], 'x-a'))).not.toContain(
      'wildcard-covers-authorization',
    );
  });

  test('a Max-Age above what this engine keeps', () => {
    expect(preflighted([['Access-Control-Max-Age', '604800']])).toContainEqual({
      name: 'max-age-above-cap',
      parameter: '604800',
    });
    expect(names(preflighted([['Access-Control-Max-Age', '7200']]))).not.toContain('max-age-above-cap');
  });
});

test('what Chromium allows and another engine would block is told', () => {
  const other = 'https://other.test/';
  const put: HeaderLine = ['Access-Control-Allow-Methods', 'PUT'];
  const seen = exchange([
    hop({
      method: 'PUT',
      preflight: preflight('PUT', '', response(204, [allow(page), put])),
      response: response(307, [['Location', other], allow(page)]),
      redirectedTo: other,
    }),
    hop({
      url: other,
      method: 'PUT',
      requestHeaders: [
        ['Origin', 'null'],
        ['Sec-Fetch-Mode', 'cors'],
      ],
      // Chromium asks as null, and is allowed; Firefox would ask as the page, and be refused.
      preflight: preflight('PUT', '', response(204, [allow('null'), put])),
      response: response(200, [allow('null')]),
    }),
  ]);
  expect(judge(seen, 'chromium').warnings).toContainEqual({ name: 'blocked-elsewhere', parameter: 'firefox' });
});

test('what is blocked, or contradicts its headers, has no warnings', () => {
  expect(judge(exchange([hop({ response: response(200, []) })], { ending: failed }), 'chromium').warnings).toEqual([]);
  expect(judge(exchange([hop({ response: response(200, [['X-Total-Count', '1']]) })]), 'chromium').warnings).toEqual(
    [],
  );
});

describe('across a log', () => {
  const deletion = (id: string, maxAge: string | null, method = 'DELETE') => {
    const lines: HeaderLine[] = [allow('*'), ['Access-Control-Allow-Methods', '*']];
    const answer = response(204, maxAge === null ? lines : [...lines, ['Access-Control-Max-Age', maxAge]]);
    return exchange(
      [hop({ method, preflight: preflight(method, '', answer), response: response(200, [allow('*')]) })],
      { id },
    );
  };
  const warned = (...exchanges: Parameters<typeof warningsAcross>[0]) => warnedIn('chromium', ...exchanges);
  const warnedIn = (engine: EngineName, ...exchanges: Parameters<typeof warningsAcross>[0]) =>
    [...warningsAcross(exchanges, engine)].map(([id, warnings]) => [id, names(warnings)]);

  test('the same question, asked again for want of Max-Age', () => {
    expect(warned(deletion('1', null), deletion('2', '0'), deletion('3', null))).toEqual([
      ['2', ['preflight-repeated']],
      ['3', ['preflight-repeated']],
    ]);
  });

  test('not where the answer says that it may be kept, nor for another method', () => {
    expect(warned(deletion('1', '600'), deletion('2', '600'))).toEqual([]);
    expect(warned(deletion('1', null), deletion('2', null, 'PUT'))).toEqual([]);
  });

  test('a number with a sign keeps it in Chromium and not in Firefox, a fraction in neither', () => {
    const repeated = [['2', ['preflight-repeated']]];
    const twice = (maxAge: string) => [deletion('1', maxAge), deletion('2', maxAge)];
    expect([warnedIn('chromium', ...twice('+600')), warnedIn('firefox', ...twice('+600'))]).toEqual([[], repeated]);
    expect(warnedIn('chromium', ...twice('600.5'))).toEqual(repeated);
    expect(warnedIn('firefox', ...twice('600.5'))).toEqual(repeated);
  });

  test('an allowed origin that changes without a word', () => {
    const reflected = (id: string, origin: string, vary: readonly HeaderLine[] = []) =>
      exchange([hop({ response: response(200, [allow(origin), ...vary]) })], { id });
    expect(warned(reflected('1', page), reflected('2', 'https://other.test'))).toEqual([
      ['1', ['missing-vary-origin']],
      ['2', ['missing-vary-origin']],
    ]);
    expect(warned(reflected('1', page), reflected('2', page))).toEqual([]);
    const vary: HeaderLine[] = [['Vary', 'Origin']];
    expect(warned(reflected('1', page, vary), reflected('2', 'https://other.test', vary))).toEqual([]);
  });
});
