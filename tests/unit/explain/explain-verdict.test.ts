import { expect, test } from 'vitest';
import { type Reason, reasons } from '../../../src/cors/reason.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { partText, plainText } from '../../../src/explain/rich-text.ts';
import { unseenRanges } from '../../../src/explain/visible.ts';
import { reasonCases } from './reason-cases.ts';
import { apiUrl, blocked, exchange, hop, page, preflight, response } from './sample.ts';
import { faultsOf } from './words-faults.ts';

test.each(reasons)('%s has its words', (reason) => {
  const words = explainVerdict(reasonCases[reason].exchange, reasonCases[reason].verdict);
  expect(faultsOf(words)).toEqual([]);
  expect(plainText(words.headline)).toMatch(/^Blocked: /);
  expect(words.story.length).toBeGreaterThan(1);
});

test.each(reasons)('%s has its words even where nothing is known of the exchange', (reason) => {
  const stage = reasonCases[reason].verdict.stage;
  const bare = exchange([hop({ requestHeaders: null })], { initiator: { origin: null, url: null } });
  expect(faultsOf(explainVerdict(bare, blocked(reason, stage)))).toEqual([]);
});

test('two reasons never share a short text', () => {
  const shorts = reasons.map(
    (reason) => explainVerdict(reasonCases[reason].exchange, reasonCases[reason].verdict).short,
  );
  expect(new Set(shorts).size).toBe(reasons.length);
});

test.each<{ reason: Reason; short: string; headline: string; story: string[] }>([
  {
    reason: 'HeaderDisallowedByPreflightResponse',
    short: 'Header not allowed: authorization',
    headline: 'Blocked: the preflight response does not allow the header authorization',
    story: [
      'The server answered the preflight, but its Access-Control-Allow-Headers lists only content-type. Your page sends authorization too.',
      'So the browser never sent the PUT.',
    ],
  },
  {
    reason: 'WildcardOriginNotAllowed',
    short: 'Wildcard with credentials',
    headline: 'Blocked: the response allows *, which does not allow a request with credentials',
    story: [
      'The server allows every origin with Access-Control-Allow-Origin: *, but never for requests that carry credentials such as cookies.',
      `Your code asked for credentials, so the server must allow ${page}, and send Access-Control-Allow-Credentials: true.`,
      'The server answered the GET, but your code cannot read the answer.',
    ],
  },
  {
    reason: 'PreflightInvalidStatus',
    short: 'Preflight status 405',
    headline: 'Blocked: the server answered the preflight with status 405',
    story: [
      'A preflight needs a status from 200 to 299.',
      'The server does not accept OPTIONS at this URL. Let its CORS handling answer before the router does.',
      'So the browser never sent the PUT.',
    ],
  },
  {
    reason: 'MissingAllowOriginHeader',
    short: 'No Access-Control-Allow-Origin',
    headline: 'Blocked: the response has no Access-Control-Allow-Origin header',
    story: [
      'The server answered with status 200, but without Access-Control-Allow-Origin.',
      `The header has to be ${page}, or *.`,
      'The server answered the GET, but your code cannot read the answer.',
    ],
  },
])('$reason reads as it should', ({ reason, short, headline, story }) => {
  const words = explainVerdict(reasonCases[reason].exchange, reasonCases[reason].verdict);
  expect(words.short).toBe(short);
  expect(plainText(words.headline)).toBe(headline);
  expect(words.story.map(plainText)).toEqual(story);
});

const hostile = '\u202E</code>`![x](javascript:alert(1))\u0000@everyone';

test.each(reasons)('%s: hostile values stay in quoted bytes, and nothing unseen is left', (reason) => {
  const made = exchange(
    [
      hop({
        url: `${apiUrl}?${hostile}`,
        method: hostile,
        preflight: preflight(
          response(204, [
            ['Access-Control-Allow-Origin', hostile],
            ['Access-Control-Allow-Headers', hostile],
            ['Access-Control-Allow-Methods', hostile],
            ['Location', hostile],
          ]),
          { headers: hostile },
        ),
        response: response(302, [
          ['Access-Control-Allow-Origin', hostile],
          ['Access-Control-Allow-Credentials', hostile],
          ['Location', hostile],
        ]),
      }),
    ],
    { initiator: { origin: hostile, url: hostile } },
  );
  const words = explainVerdict(made, blocked(reason, reasonCases[reason].verdict.stage, { parameter: hostile }));
  expect(unseenRanges(words.short)).toEqual([]);
  for (const message of Object.values(words.browserMessage)) expect(unseenRanges(message?.text ?? '')).toEqual([]);
  for (const part of [words.headline, ...words.story].flat()) {
    expect(unseenRanges(partText(part))).toEqual([]);
  }
});
