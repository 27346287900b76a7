import type { Reason } from '../../cors/reason.ts';
import { mdn } from '../link.ts';
import { type Situation, schemeTarget, urlsOf } from '../situation.ts';
import { visible } from '../visible.ts';
import type { BrowserMessage } from '../words.ts';

/** The pages of MDN about Firefox's messages: the part of the address behind `Guides/CORS/Errors/`. */
type Page =
  | 'CORSDidNotSucceed'
  | 'CORSRequestNotHttp'
  | 'CORSMultipleAllowOriginNotAllowed'
  | 'CORSMissingAllowOrigin'
  | 'CORSNotSupportingCredentials'
  | 'CORSAllowOriginNotMatchingOrigin'
  | 'CORSMissingAllowCredentials'
  | 'CORSExternalRedirectNotAllowed'
  | 'CORSPreflightDidNotSucceed'
  | 'CORSInvalidAllowMethod'
  | 'CORSMethodNotFound'
  | 'CORSInvalidAllowHeader'
  | 'CORSMissingAllowHeaderFromPreflight';

/** Firefox's console text, with MDN's page about it. */
export function firefoxMessage(reason: Reason, situation: Situation): BrowserMessage | null {
  const { last } = urlsOf(situation);
  if (reason === 'DisallowedByMode') {
    const page = situation.exchange.initiator.url ?? situation.exchange.initiator.origin ?? '';
    return { text: visible(`Security Error: Content at ${page} may not load data from ${last}.`), link: null };
  }
  const found = pageAndDetail(reason, situation);
  if (found === null) return null;
  const [page, detail, after = '.'] = found;
  // Firefox itself is not of one mind about the quotes.
  const at = reason === 'CorsDisabledScheme' ? schemeTarget(situation) : last;
  const url = page === 'CORSNotSupportingCredentials' ? `‘${at}’` : at;
  const told = (why: string) =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${why})${after}`;
  const text = mayBeSeveralLines(situation)
    ? `${told(severalLines)} Or, if the server sent them in one line: ${told(detail)}`
    : told(detail);
  return { text: visible(text), link: mdn(`Web/HTTP/Guides/CORS/Errors/${page}`, `MDN: ${page}`) };
}

const severalLines = 'Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed';

/** Firefox itself joins several lines of a header before it tells an extension of them. */
function mayBeSeveralLines({ verdict, headers }: Situation): boolean {
  const isSeveral = /MultipleAllowOriginValues$/.test(verdict.reason ?? '');
  const lines = headers.getAll('access-control-allow-origin');
  return isSeveral && verdict.engine === 'firefox' && lines.length === 1 && lines[0]?.includes(', ') === true;
}

function pageAndDetail(reason: Reason, situation: Situation): [page: Page, detail: string, after?: string] | null {
  const { headers, response, verdict, check } = situation;
  const allowOrigin = headers.get('access-control-allow-origin') ?? check?.value ?? '';
  const status = `. Status code: ${response?.status || '(null)'}.`;
  switch (reason) {
    case 'DisallowedByMode':
    case 'NoCorsRedirectModeNotFollow':
      return null;
    case 'MissingAllowOriginHeader':
    case 'PreflightMissingAllowOriginHeader':
      return ['CORSMissingAllowOrigin', 'CORS header ‘Access-Control-Allow-Origin’ missing', status];
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues':
      if (headers.getAll('access-control-allow-origin').length > 1) {
        return ['CORSMultipleAllowOriginNotAllowed', severalLines];
      }
      return notMatching(allowOrigin);
    case 'InvalidAllowOriginValue':
    case 'PreflightInvalidAllowOriginValue':
    case 'AllowOriginMismatch':
    case 'PreflightAllowOriginMismatch':
      return notMatching(allowOrigin);
    case 'WildcardOriginNotAllowed':
    case 'PreflightWildcardOriginNotAllowed':
      return [
        'CORSNotSupportingCredentials',
        'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’',
      ];
    case 'InvalidAllowCredentials':
    case 'PreflightInvalidAllowCredentials':
      return ['CORSMissingAllowCredentials', 'expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'];
    case 'PreflightInvalidStatus':
      return ['CORSPreflightDidNotSucceed', 'CORS preflight response did not succeed', status];
    case 'PreflightDisallowedRedirect':
      return ['CORSExternalRedirectNotAllowed', 'CORS request external redirect not allowed'];
    case 'InvalidAllowMethodsPreflightResponse':
      return [
        'CORSInvalidAllowMethod',
        `invalid token ‘${verdict.parameter}’ in CORS header ‘Access-Control-Allow-Methods’`,
      ];
    case 'InvalidAllowHeadersPreflightResponse':
      return [
        'CORSInvalidAllowHeader',
        `invalid token ‘${verdict.parameter}’ in CORS header ‘Access-Control-Allow-Headers’`,
      ];
    case 'MethodDisallowedByPreflightResponse':
      return ['CORSMethodNotFound', 'Did not find method in CORS header ‘Access-Control-Allow-Methods’'];
    case 'HeaderDisallowedByPreflightResponse':
      return [
        'CORSMissingAllowHeaderFromPreflight',
        `header ‘${verdict.parameter}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`,
      ];
    case 'CorsDisabledScheme':
      return ['CORSRequestNotHttp', 'CORS request not http'];
    case 'InvalidResponse':
    case 'RedirectContainsCredentials':
    case 'InsecureLocalNetwork':
    case 'InvalidLocalNetworkAccess':
    case 'LocalNetworkAccessPermissionDenied':
      return ['CORSDidNotSucceed', 'CORS request did not succeed', '. Status code: (null).'];
  }
}

const notMatching = (value: string): [Page, string] => [
  'CORSAllowOriginNotMatchingOrigin',
  `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value}’`,
];
