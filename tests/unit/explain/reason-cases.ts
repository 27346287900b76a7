import type { Check } from '../../../src/cors/check.ts';
import type { Reason } from '../../../src/cors/reason.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { apiUrl, blocked, check, exchange, hop, page, preflight, response } from './sample.ts';

/** A typical exchange that ends with each reason. */
export interface ReasonCase {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
}

type Headers = readonly (readonly [string, string])[];

const failed = (changes: Partial<Check> & Pick<Check, 'name'>): Check => check({ status: 'failed', ...changes });

function byResponse(
  reason: Reason,
  headers: Headers,
  fault: Partial<Check>,
  changes: Partial<Verdict> = {},
): ReasonCase {
  const header = fault.header ?? 'access-control-allow-origin';
  const name = header === 'access-control-allow-credentials' ? 'allow-credentials' : 'allow-origin';
  return {
    exchange: exchange([hop({ response: response(200, headers) })]),
    verdict: blocked(reason, 'response', {
      checks: [failed({ name, header, expected: page, reason, ...fault })],
      parameter: fault.parameter ?? '',
      ...changes,
    }),
  };
}

function byPreflight(
  reason: Reason,
  status: number,
  headers: Headers,
  fault: Partial<Check> & Pick<Check, 'name'>,
  changes: Partial<Verdict> = {},
): ReasonCase {
  return {
    exchange: exchange([
      hop({
        method: 'PUT',
        preflight: preflight(response(status, headers), { headers: 'authorization,content-type' }),
        requestHeaders: null,
        sentAt: null,
      }),
    ]),
    verdict: blocked(reason, 'preflight', {
      checks: [failed({ stage: 'preflight', reason, ...fault })],
      parameter: fault.parameter ?? '',
      preflight: 'sent',
      ...changes,
    }),
  };
}

function byRequest(
  reason: Reason,
  url: string,
  stage: Verdict['stage'],
  fault: Partial<Check> & Pick<Check, 'name'>,
  changes: Partial<Verdict> = {},
): ReasonCase {
  return {
    exchange: exchange([hop({ url, requestHeaders: null, sentAt: null })]),
    verdict: blocked(reason, stage, {
      checks: [failed({ stage: 'request', reason, ...fault })],
      parameter: fault.parameter ?? '',
      ...changes,
    }),
  };
}

function byRedirect(reason: Reason, location: string, fault: Partial<Check> & Pick<Check, 'name'>): ReasonCase {
  return {
    exchange: exchange([
      hop({
        response: response(302, [
          ['Location', location],
          ['Access-Control-Allow-Origin', page],
        ]),
      }),
    ]),
    verdict: blocked(reason, 'redirect', {
      checks: [failed({ stage: 'redirect', reason, value: location, ...fault })],
    }),
  };
}

const acao = (value: string): Headers => [['Access-Control-Allow-Origin', value]];
const preflightOrigin = {
  name: 'preflight-allow-origin',
  header: 'access-control-allow-origin',
  expected: page,
} as const;

export const reasonCases: Readonly<Record<Reason, ReasonCase>> = {
  DisallowedByMode: byRequest(
    'DisallowedByMode',
    apiUrl,
    'request',
    { name: 'mode', value: apiUrl, expected: page },
    { mode: 'same-origin' },
  ),
  InvalidResponse: byResponse('InvalidResponse', [], { header: null }),
  WildcardOriginNotAllowed: byResponse('WildcardOriginNotAllowed', acao('*'), { value: '*' }, { credentialed: true }),
  MissingAllowOriginHeader: byResponse('MissingAllowOriginHeader', [], { value: null }),
  MultipleAllowOriginValues: byResponse('MultipleAllowOriginValues', [...acao(page), ...acao(page)], {
    value: `${page}, ${page}`,
    parameter: `${page}, ${page}`,
  }),
  InvalidAllowOriginValue: byResponse('InvalidAllowOriginValue', acao('*.shop.test'), {
    value: '*.shop.test',
    parameter: '*.shop.test',
  }),
  AllowOriginMismatch: byResponse('AllowOriginMismatch', acao(`${page}/`), {
    value: `${page}/`,
    parameter: `${page}/`,
  }),
  InvalidAllowCredentials: byResponse(
    'InvalidAllowCredentials',
    [...acao(page), ['Access-Control-Allow-Credentials', 'True']],
    { header: 'access-control-allow-credentials', value: 'True', expected: 'true', parameter: 'True' },
    { credentialed: true },
  ),
  CorsDisabledScheme: byRequest('CorsDisabledScheme', 'ftp://files.shop.test/a', 'request', {
    name: 'scheme',
    value: 'ftp:',
    parameter: 'ftp',
  }),
  PreflightInvalidStatus: byPreflight('PreflightInvalidStatus', 405, acao(page), {
    name: 'preflight-status',
    value: '405',
    expected: '200 to 299',
  }),
  PreflightDisallowedRedirect: byPreflight('PreflightDisallowedRedirect', 301, [['Location', `${apiUrl}/`]], {
    name: 'preflight-redirect',
    header: 'location',
    value: `${apiUrl}/`,
  }),
  PreflightWildcardOriginNotAllowed: byPreflight(
    'PreflightWildcardOriginNotAllowed',
    204,
    acao('*'),
    { ...preflightOrigin, value: '*' },
    { credentialed: true },
  ),
  PreflightMissingAllowOriginHeader: byPreflight('PreflightMissingAllowOriginHeader', 204, [], {
    ...preflightOrigin,
    value: null,
  }),
  PreflightMultipleAllowOriginValues: byPreflight(
    'PreflightMultipleAllowOriginValues',
    204,
    acao(`https://a.test, ${page}`),
    {
      ...preflightOrigin,
      value: `https://a.test, ${page}`,
      parameter: `https://a.test, ${page}`,
    },
  ),
  PreflightInvalidAllowOriginValue: byPreflight('PreflightInvalidAllowOriginValue', 204, acao(''), {
    ...preflightOrigin,
    value: '',
    parameter: '',
  }),
  PreflightAllowOriginMismatch: byPreflight('PreflightAllowOriginMismatch', 204, acao('https://shop.test'), {
    ...preflightOrigin,
    value: 'https://shop.test',
    parameter: 'https://shop.test',
  }),
  PreflightInvalidAllowCredentials: byPreflight(
    'PreflightInvalidAllowCredentials',
    204,
    acao(page),
    { name: 'preflight-allow-credentials', header: 'access-control-allow-credentials', value: null, expected: 'true' },
    { credentialed: true },
  ),
  InvalidAllowMethodsPreflightResponse: byPreflight(
    'InvalidAllowMethodsPreflightResponse',
    204,
    [...acao(page), ['Access-Control-Allow-Methods', 'GET; PUT']],
    {
      name: 'preflight-parse-methods',
      header: 'access-control-allow-methods',
      value: 'GET; PUT',
      parameter: 'GET; PUT',
    },
  ),
  InvalidAllowHeadersPreflightResponse: byPreflight(
    'InvalidAllowHeadersPreflightResponse',
    204,
    [...acao(page), ['Access-Control-Allow-Headers', '"content-type"']],
    {
      name: 'preflight-parse-headers',
      header: 'access-control-allow-headers',
      value: '"content-type"',
      parameter: '"content-type"',
    },
  ),
  MethodDisallowedByPreflightResponse: byPreflight(
    'MethodDisallowedByPreflightResponse',
    204,
    [...acao(page), ['Access-Control-Allow-Methods', 'GET, POST']],
    {
      name: 'preflight-method',
      header: 'access-control-allow-methods',
      value: 'GET, POST',
      expected: 'PUT',
      parameter: 'PUT',
    },
  ),
  HeaderDisallowedByPreflightResponse: byPreflight(
    'HeaderDisallowedByPreflightResponse',
    204,
    [...acao(page), ['Access-Control-Allow-Headers', 'content-type']],
    {
      name: 'preflight-headers',
      header: 'access-control-allow-headers',
      value: 'content-type',
      expected: 'authorization, content-type',
      parameter: 'authorization',
    },
  ),
  RedirectContainsCredentials: byRedirect('RedirectContainsCredentials', 'https://user:pw@login.shop.test/', {
    name: 'redirect-credentials',
  }),
  InsecureLocalNetwork: byRequest('InsecureLocalNetwork', 'http://127.0.0.1:3000/', 'request', {
    name: 'local-network',
    value: 'loopback',
    parameter: 'loopback',
  }),
  InvalidLocalNetworkAccess: byRequest('InvalidLocalNetworkAccess', 'http://127.0.0.1:3000/', 'request', {
    name: 'local-network',
    value: 'loopback',
    expected: 'local',
    parameter: 'loopback',
  }),
  LocalNetworkAccessPermissionDenied: byRequest(
    'LocalNetworkAccessPermissionDenied',
    'http://192.168.0.9/',
    'request',
    {
      name: 'local-network',
      value: 'local',
      parameter: 'local',
    },
  ),
  NoCorsRedirectModeNotFollow: byRequest(
    'NoCorsRedirectModeNotFollow',
    apiUrl,
    'request',
    { name: 'mode' },
    { mode: 'no-cors' },
  ),
};
