import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/rich-text.ts';
import { checkOwnRule } from '../../../src/override/check-own-rule.ts';
import type { HeaderAction, OwnRule } from '../../../src/override/override.ts';

const target = 'https://api.test:8444';

function rule(
  direction: OwnRule['direction'],
  name: string,
  value = 'x',
  operation: 'set' | 'append' = 'set',
): OwnRule {
  return { target, direction, action: { operation, name, value } };
}

function removal(direction: OwnRule['direction'], name: string): OwnRule {
  const action: HeaderAction = { operation: 'remove', name };
  return { target, direction, action };
}

test.each([
  rule('request', 'X-Api-Key', 'secret 7'),
  rule('request', 'Authorization', 'Bearer abc.def=='),
  rule('request', 'x-feature', "a!#$%&'()*+-./:;<=>?@[]^_`{|}~"),
  rule('request', 'Accept-Language', 'de', 'append'),
  removal('request', 'User-Agent'),
  rule('response', 'Access-Control-Allow-Origin', '*'),
  rule('response', 'X-Anything', 'more', 'append'),
  removal('response', 'Content-Security-Policy'),
])('%j is well', (own) => {
  expect(checkOwnRule(own, [], 'chromium')).toBeNull();
});

describe.each([
  {
    field: 'target',
    own: { ...rule('request', 'x-a'), target: 'https://api.test:8444/' },
    says: 'scheme, host and port',
  },
  { field: 'target', own: { ...rule('request', 'x-a'), target: 'null' }, says: 'scheme, host and port' },
  { field: 'target', own: { ...rule('request', 'x-a'), target: 'file://' }, says: 'scheme, host and port' },
  { field: 'name', own: rule('request', ''), says: 'needs a name' },
  { field: 'name', own: rule('request', 'x a'), says: 'no space' },
  { field: 'name', own: rule('request', 'x-a:'), says: 'no header name' },
  { field: 'name', own: rule('request', 'schlüssel'), says: 'no header name' },
  { field: 'name', own: rule('request', ':status'), says: 'no header name' },
  { field: 'name', own: rule('request', 'x\r\ny'), says: 'no header name' },
  { field: 'value', own: rule('request', 'x-a', ''), says: 'remove the header' },
  { field: 'value', own: rule('request', 'x-a', '  '), says: 'remove the header' },
  { field: 'value', own: rule('request', 'x-a', ' b'), says: 'not around it' },
  { field: 'value', own: rule('request', 'x-a', 'b\r\nx-c: d'), says: 'visible ASCII' },
  { field: 'value', own: rule('request', 'x-a', 'é'), says: 'visible ASCII' },
  { field: 'value', own: rule('response', 'x-a', 'b\0'), says: 'visible ASCII' },
  { field: 'name', own: rule('request', 'Host'), says: 'follows from the URL' },
  { field: 'name', own: rule('request', 'content-length', '3'), says: 'connection' },
  { field: 'name', own: rule('request', 'Proxy-Authorization'), says: 'proxy' },
  { field: 'name', own: rule('request', 'ORIGIN'), says: 'misleads the server' },
  { field: 'name', own: rule('request', 'Access-Control-Request-Method'), says: 'misleads the server' },
  { field: 'name', own: rule('request', 'Sec-Fetch-Site'), says: 'own word' },
  { field: 'name', own: rule('request', 'Cookie'), says: 'no credentials' },
  { field: 'name', own: removal('request', 'cookie'), says: 'no credentials' },
  { field: 'name', own: rule('response', 'Set-Cookie'), says: 'outlive' },
  { field: 'name', own: rule('response', 'Strict-Transport-Security'), says: 'outlive' },
  { field: 'name', own: rule('response', 'Access-Control-Max-Age', '600'), says: 'Access-Control-Max-Age: 0' },
  { field: 'name', own: rule('response', 'Cache-Control', 'max-age=600'), says: 'outlive' },
  { field: 'name', own: rule('response', 'Content-Encoding'), says: 'has read it' },
  { field: 'operation', own: rule('request', 'X-Api-Key', 'x', 'append'), says: 'Set the whole value' },
] as const)('$own.direction $own.action', ({ field, own, says }) => {
  test(`is refused for its ${field}, which says: ${says}`, () => {
    const problem = checkOwnRule(own, [], 'chromium');
    expect(problem?.field).toBe(field);
    expect(plainText(problem?.text ?? [])).toContain(says);
  });
});

test('Firefox appends to any request header', () => {
  expect(checkOwnRule(rule('request', 'X-Api-Key', 'x', 'append'), [], 'firefox')).toBeNull();
});

test('a header has one rule for each server and direction', () => {
  const first = rule('request', 'X-Api-Key');
  expect(checkOwnRule(rule('request', 'x-api-key'), [first], 'chromium')?.field).toBe('name');
  expect(checkOwnRule(rule('response', 'x-api-key'), [first], 'chromium')).toBeNull();
  expect(checkOwnRule({ ...first, target: 'https://other.test' }, [first], 'chromium')).toBeNull();
});

test('* is never said together with credentials', () => {
  const everyone = rule('response', 'Access-Control-Allow-Origin', '*');
  const credentials = rule('response', 'Access-Control-Allow-Credentials', 'true');
  expect(plainText(checkOwnRule(credentials, [everyone], 'chromium')?.text ?? [])).toContain('exclude each other');
});
