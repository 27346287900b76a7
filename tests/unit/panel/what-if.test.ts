import { expect, test } from 'vitest';
import { editableAnswers, withAnswers } from '../../../src/panel/what-if/edited-exchange.ts';
import { headersToText, textToHeaders } from '../../../src/panel/what-if/header-text.ts';
import { madeExchange, madePreflight, madeResponse } from './made.ts';

test.each([
  { name: 'one line is one header', text: 'Vary: Origin', lines: [['Vary', 'Origin']] },
  { name: 'a value may be empty', text: 'X-A:', lines: [['X-A', '']] },
  { name: 'a value may hold colons', text: 'Link: https://a.test', lines: [['Link', 'https://a.test']] },
  { name: 'only one space behind the colon belongs to the writing', text: 'X-A:  b ', lines: [['X-A', ' b ']] },
  {
    name: 'a name may come twice',
    text: 'X-A: 1\nX-A: 2',
    lines: [
      ['X-A', '1'],
      ['X-A', '2'],
    ],
  },
  { name: 'lines without a colon or a name say nothing', text: 'nonsense\n: value\n\n', lines: [] },
])('header text: $name', ({ text, lines }) => {
  expect(textToHeaders(text)).toEqual(lines);
});

test('headers written as text are read as they were', () => {
  const lines = [
    ['Access-Control-Allow-Origin', ' https://app.test '],
    ['X-Empty', ''],
    ['Vary', 'Origin, Accept'],
  ] as const;
  expect(textToHeaders(headersToText(lines))).toEqual(lines);
});

test('an answer that never came is offered as 200 without headers', () => {
  const exchange = madeExchange({}, { preflight: madePreflight({ response: madeResponse({ status: 405 }) }) });
  expect(editableAnswers(exchange)).toEqual([
    { hop: 0, kind: 'preflight', status: 405, text: '' },
    { hop: 0, kind: 'response', status: 200, text: '' },
  ]);
});

test('the edited exchange ran to its end with the edited answers', () => {
  const exchange = madeExchange(
    { ending: { kind: 'failed', at: 1040, error: 'net::ERR_FAILED' } },
    { preflight: madePreflight({ response: madeResponse({ status: 405 }) }) },
  );
  const edited = withAnswers(exchange, [
    { hop: 0, kind: 'preflight', status: 204, text: 'Vary: Origin' },
    { hop: 0, kind: 'response', status: 201, text: 'X-A: b' },
  ]);
  expect(edited.ending.kind).toBe('completed');
  expect(edited.hops[0]?.preflight?.response).toMatchObject({ status: 204, headers: [['Vary', 'Origin']] });
  expect(edited.hops[0]?.response).toMatchObject({ status: 201, headers: [['X-A', 'b']] });
  expect(edited.hops[0]?.sentAt).not.toBeNull();
});

test('editing leaves the observed exchange as it was', () => {
  const exchange = madeExchange({}, { response: madeResponse({ headers: [['Vary', 'Origin']] }) });
  const before = structuredClone(exchange);
  withAnswers(exchange, [{ hop: 0, kind: 'response', status: 500, text: '' }]);
  expect(exchange).toEqual(before);
});
