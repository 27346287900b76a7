import { expect, test } from 'vitest';
import { judgeInEachEngine } from '../../../src/judge/each-engine.ts';
import { allow, answered, exchange, failed, hop, page, preflight, response, unsentHop } from './seen.ts';

test('each engine’s own words for the same fault', () => {
  const seen = exchange([hop({ response: response(200, []) })], { ending: failed });
  const each = judgeInEachEngine(seen, 'chromium');
  expect(each.chromium).toMatchObject({ outcome: 'blocked', nativeReason: 'MissingAllowOriginHeader' });
  expect(each.firefox).toMatchObject({ outcome: 'blocked', nativeReason: 'CORSMissingAllowOrigin2' });
  expect(each.webkit).toMatchObject({ outcome: 'blocked', nativeReason: 'OriginNotAllowed' });
});

test('each engine’s own first fault', () => {
  const seen = exchange([unsentHop({ method: 'PUT', preflight: preflight('PUT', '', response(500, [])) })], {
    ending: failed,
  });
  const each = judgeInEachEngine(seen, 'chromium');
  expect(each.firefox.nativeReason).toBe('CORSMissingAllowOrigin2');
  expect(each.webkit.nativeReason).toBe('PreflightNotSuccessful');
});

test('one line with two values is a mismatch in Firefox, two lines are several', () => {
  const native = (...values: readonly string[]) =>
    judgeInEachEngine(exchange([hop({ response: response(200, values.map(allow)) })], { ending: failed }), 'chromium')
      .firefox.nativeReason;
  expect(native(`${page}, ${page}`)).toBe('CORSAllowOriginNotMatchingOrigin');
  expect(native(page, page)).toBe('CORSMultipleAllowOriginNotAllowed');
});

test('an engine that would have asked what nobody asked is unknown', () => {
  const seen = exchange([hop({ method: 'PUT', response: response(200, [allow('*')]) })]);
  const each = judgeInEachEngine(seen, 'chromium');
  expect(each.chromium.outcome).toBe('allowed');
  expect(each.firefox).toMatchObject({ outcome: 'unknown', reason: null, nativeReason: null });
});

test('where credentials decide and are not known, no engine is guessed', () => {
  const seen = exchange([hop({ response: response(200, [allow('*')]) })], { ending: answered });
  const each = judgeInEachEngine(seen, 'firefox');
  expect([each.chromium.outcome, each.firefox.outcome, each.webkit.outcome]).toEqual(['unknown', 'unknown', 'unknown']);
});

test('fonts are loaded without CORS in WebKit', () => {
  const font = exchange([hop({ response: response(200, []) })], { type: 'font', ending: failed });
  const each = judgeInEachEngine(font, 'chromium');
  expect(each.firefox.outcome).toBe('blocked');
  expect(each.webkit.outcome).toBe('opaque');
});
