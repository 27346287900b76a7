import { expect, test } from 'vitest';
import { corsCheck } from '../../../src/cors/cors-check.ts';
import { engines } from '../../../src/cors/engines.ts';
import { type HeaderLine, HeaderList } from '../../../src/cors/header-list.ts';
import type { Reason } from '../../../src/cors/reason.ts';

const origin = 'https://app.test:8443';

function reasonsFor(lines: readonly HeaderLine[], credentialed = false, asking = origin): (Reason | null)[] {
  return corsCheck(asking, credentialed, new HeaderList(lines), 'response', engines.chromium).map(
    ({ reason }) => reason,
  );
}

function allowing(...values: readonly string[]): HeaderLine[] {
  return values.map((value) => ['Access-Control-Allow-Origin', value]);
}

test.each<{ name: string; values: readonly string[]; reason: Reason | null }>([
  { name: 'the origin itself passes', values: [origin], reason: null },
  { name: 'a wildcard passes without credentials', values: ['*'], reason: null },
  { name: 'spaces around it do not matter', values: [`  ${origin}\t`], reason: null },
  { name: 'no header is a missing one', values: [], reason: 'MissingAllowOriginHeader' },
  { name: 'a trailing slash makes another origin', values: [`${origin}/`], reason: 'AllowOriginMismatch' },
  { name: 'an upper-case host makes another origin', values: ['https://APP.test:8443'], reason: 'AllowOriginMismatch' },
  { name: 'another scheme is another origin', values: ['http://app.test:8443'], reason: 'AllowOriginMismatch' },
  { name: 'a missing port is another origin', values: ['https://app.test'], reason: 'AllowOriginMismatch' },
  { name: 'null is another origin', values: ['null'], reason: 'AllowOriginMismatch' },
  { name: 'NULL is no origin', values: ['NULL'], reason: 'InvalidAllowOriginValue' },
  { name: 'an empty value is invalid', values: [''], reason: 'InvalidAllowOriginValue' },
  { name: 'quotes make it invalid', values: [`"${origin}"`], reason: 'InvalidAllowOriginValue' },
  { name: 'a host alone is invalid', values: ['app.test'], reason: 'InvalidAllowOriginValue' },
  { name: 'a host with a port looks like a scheme', values: ['app.test:8443'], reason: 'AllowOriginMismatch' },
  {
    name: 'two values are one too many, even when both match',
    values: [`${origin}, ${origin}`],
    reason: 'MultipleAllowOriginValues',
  },
  {
    name: 'two lines are one too many, even when both match',
    values: [origin, origin],
    reason: 'MultipleAllowOriginValues',
  },
  { name: 'two wildcards are one too many', values: ['*', '*'], reason: 'MultipleAllowOriginValues' },
  { name: 'a trailing comma makes a list', values: [`${origin},`], reason: 'MultipleAllowOriginValues' },
])('$name', ({ values, reason }) => {
  expect(reasonsFor(allowing(...values))).toEqual([reason]);
});

test('a wildcard does not do with credentials, whatever is said about them', () => {
  const lines: HeaderLine[] = [...allowing('*'), ['Access-Control-Allow-Credentials', 'true']];
  expect(reasonsFor(lines, true)).toEqual(['WildcardOriginNotAllowed', null]);
});

test.each(['TRUE', 'True', '"true"', '1', 'true, true', 'true,', '', '*'])(
  'credentials are not allowed by %j',
  (value) => {
    const lines: HeaderLine[] = [...allowing(origin), ['Access-Control-Allow-Credentials', value]];
    expect(reasonsFor(lines, true)).toEqual([null, 'InvalidAllowCredentials']);
  },
);

test('both headers are looked at, even when the first is wrong', () => {
  expect(reasonsFor([], true)).toEqual(['MissingAllowOriginHeader', 'InvalidAllowCredentials']);
});

test('an opaque origin is allowed by null', () => {
  expect(reasonsFor(allowing('null'), false, 'null')).toEqual([null]);
});

test('the wrong value is the evidence, and the origin what was wanted', () => {
  const [finding] = corsCheck(
    origin,
    false,
    new HeaderList(allowing('https://other.test')),
    'preflight',
    engines.chromium,
  );
  expect(finding).toMatchObject({
    name: 'preflight-allow-origin',
    header: 'access-control-allow-origin',
    value: 'https://other.test',
    expected: origin,
    reason: 'PreflightAllowOriginMismatch',
    parameter: 'https://other.test',
  });
});
