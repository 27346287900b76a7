import { expect, test } from 'vitest';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Reason } from '../../../src/cors/reason.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { blocked, exchange, hop, preflight, response, verdict } from './sample.ts';

const origin = 'http://localhost:8801';
const url = 'http://127.0.0.1:8802/r/0';
const access = `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy:`;
const disallows = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}.`;

interface Row {
  reason: Reason;
  stage: Verdict['stage'];
  status: number;
  headers?: HeaderLine[];
  parameter?: string;
  /** As the three browsers wrote them: Chromium 156, Firefox 153, WebKitGTK 2.50. */
  texts: Record<EngineName, string>;
  /** Of MDN's page. */
  slug: string;
}

const rows: Row[] = [
  {
    reason: 'MissingAllowOriginHeader',
    stage: 'response',
    status: 200,
    texts: {
      chromium: `${access} No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      firefox: `${disallows} (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
      webkit: `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
    },
    slug: 'CORSMissingAllowOrigin',
  },
  {
    reason: 'AllowOriginMismatch',
    stage: 'response',
    status: 200,
    headers: [['Access-Control-Allow-Origin', 'http://example.com']],
    texts: {
      chromium: `${access} The 'Access-Control-Allow-Origin' header has a value 'http://example.com' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
      firefox: `${disallows} (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://example.com’).`,
      webkit: `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
    },
    slug: 'CORSAllowOriginNotMatchingOrigin',
  },
  {
    reason: 'MultipleAllowOriginValues',
    stage: 'response',
    status: 200,
    headers: [['Access-Control-Allow-Origin', '*, *']],
    texts: {
      chromium: `${access} The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed. Have the server send the header with a valid value.`,
      firefox: `${disallows} (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘*, *’).`,
      webkit: 'Access-Control-Allow-Origin cannot contain more than one origin.',
    },
    slug: 'CORSAllowOriginNotMatchingOrigin',
  },
  {
    reason: 'PreflightMultipleAllowOriginValues',
    stage: 'preflight',
    status: 204,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Origin', '*'],
    ],
    texts: {
      chromium: `${access} Response to preflight request doesn't pass access control check: The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed. Have the server send the header with a valid value.`,
      firefox: `${disallows} (Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`,
      webkit: 'Access-Control-Allow-Origin cannot contain more than one origin.',
    },
    slug: 'CORSMultipleAllowOriginNotAllowed',
  },
  {
    reason: 'WildcardOriginNotAllowed',
    stage: 'response',
    status: 200,
    headers: [['Access-Control-Allow-Origin', '*']],
    texts: {
      chromium: `${access} The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
      firefox: `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘${url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).`,
      webkit: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
    },
    slug: 'CORSNotSupportingCredentials',
  },
  {
    reason: 'InvalidAllowCredentials',
    stage: 'response',
    status: 200,
    headers: [['Access-Control-Allow-Origin', origin]],
    texts: {
      chromium: `${access} The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
      firefox: `${disallows} (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
      webkit: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
    },
    slug: 'CORSMissingAllowCredentials',
  },
  {
    reason: 'PreflightInvalidStatus',
    stage: 'preflight',
    status: 300,
    texts: {
      chromium: `${access} Response to preflight request doesn't pass access control check: It does not have HTTP ok status.`,
      firefox: `${disallows} (Reason: CORS preflight response did not succeed). Status code: 300.`,
      webkit: 'Preflight response is not successful. Status code: 300',
    },
    slug: 'CORSPreflightDidNotSucceed',
  },
  {
    reason: 'PreflightDisallowedRedirect',
    stage: 'preflight',
    status: 301,
    headers: [['Location', '/elsewhere']],
    texts: {
      chromium: `${access} Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.`,
      firefox: `${disallows} (Reason: CORS request external redirect not allowed).`,
      webkit: 'Preflight response is not successful. Status code: 301',
    },
    slug: 'CORSExternalRedirectNotAllowed',
  },
  {
    reason: 'MethodDisallowedByPreflightResponse',
    stage: 'preflight',
    status: 204,
    parameter: 'PUT',
    texts: {
      chromium: `${access} Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
      firefox: `${disallows} (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
      webkit: 'Method PUT is not allowed by Access-Control-Allow-Methods.',
    },
    slug: 'CORSMethodNotFound',
  },
  {
    reason: 'HeaderDisallowedByPreflightResponse',
    stage: 'preflight',
    status: 204,
    parameter: 'x-custom',
    texts: {
      chromium: `${access} Request header field x-custom is not allowed by Access-Control-Allow-Headers in preflight response.`,
      firefox: `${disallows} (Reason: header ‘x-custom’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
      webkit: 'Request header field x-custom is not allowed by Access-Control-Allow-Headers.',
    },
    slug: 'CORSMissingAllowHeaderFromPreflight',
  },
  {
    reason: 'InvalidAllowMethodsPreflightResponse',
    stage: 'preflight',
    status: 204,
    headers: [['Access-Control-Allow-Methods', 'PUT, @bad@']],
    parameter: '@bad@',
    texts: {
      chromium: `${access} Cannot parse Access-Control-Allow-Methods response header field in preflight response.`,
      firefox: `${disallows} (Reason: invalid token ‘@bad@’ in CORS header ‘Access-Control-Allow-Methods’).`,
      webkit: 'Header Access-Control-Allow-Methods has an invalid value: PUT, @bad@',
    },
    slug: 'CORSInvalidAllowMethod',
  },
];

test.each(rows)(
  '$reason: the three messages are those that the browsers write',
  ({ reason, stage, status, headers = [], parameter = '', texts, slug }) => {
    const answer = response(status, headers);
    const made = exchange(
      [
        hop({
          url,
          method: 'PUT',
          requestHeaders: [['Origin', origin]],
          ...(stage === 'preflight' ? { preflight: preflight(answer, { origin }) } : { response: answer }),
        }),
      ],
      { initiator: { origin, url: `${origin}/run` } },
    );
    const { browserMessage } = explainVerdict(made, blocked(reason, stage, { parameter }));
    expect(browserMessage.chromium?.text).toBe(texts.chromium);
    expect(browserMessage.firefox?.text).toBe(texts.firefox);
    expect(browserMessage.webkit?.text).toBe(texts.webkit);
    expect(browserMessage.firefox?.link?.url).toBe(
      `https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/${slug}`,
    );
  },
);

test('Chromium and WebKit name both ends of a redirect', () => {
  const last = 'http://127.0.0.1:8802/r/1';
  const made = exchange(
    [
      hop({ url: `${origin}/r/0`, redirectedTo: last }),
      hop({ url: last, requestHeaders: [['Origin', origin]], response: response(200) }),
    ],
    { initiator: { origin, url: null } },
  );
  const { browserMessage } = explainVerdict(made, blocked('MissingAllowOriginHeader', 'response', { hop: 1 }));
  expect(browserMessage.chromium?.text).toBe(
    `Access to fetch at '${last}' (redirected from '${origin}/r/0') from origin '${origin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  );
});

test('WebKit tells that a redirect was refused', () => {
  const made = exchange(
    [hop({ url, requestHeaders: [['Origin', origin]], response: response(302, [['Location', `${origin}/r/1`]]) })],
    { initiator: { origin, url: null } },
  );
  const { browserMessage } = explainVerdict(made, blocked('MissingAllowOriginHeader', 'response'));
  expect(browserMessage.webkit?.text).toBe(
    `Cross-origin redirection to ${origin}/r/1 denied by Cross-Origin Resource Sharing policy: Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 302`,
  );
});

test('no browser writes about a request that passed', () => {
  expect(explainVerdict(exchange([hop()]), verdict()).browserMessage).toEqual({
    chromium: null,
    firefox: null,
    webkit: null,
  });
});
