import type { Reason } from '../../cors/reason.ts';
import { type MdnPage, reasonTable } from '../../cors/reason-table.ts';
import { mdn } from '../link.ts';
import { type Situation, schemeTarget, urlsOf } from '../situation.ts';
import { visible } from '../visible.ts';
import type { BrowserMessage } from '../words.ts';

/** Firefox's console text, with MDN's page about it. */
export function firefoxMessage(reason: Reason, situation: Situation): BrowserMessage | null {
  const { last } = urlsOf(situation);
  if (reason === 'DisallowedByMode') {
    const page = situation.exchange.initiator.url ?? situation.exchange.initiator.origin ?? '';
    return { text: visible(`Security Error: Content at ${page} may not load data from ${last}.`), link: null };
  }
  const page = pageOf(reason, situation);
  const found = detailOf(reason, situation);
  if (page === null || found === null) return null;
  const [detail, after = '.'] = found;
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

/** One line with several values is a mismatch to Firefox; only several lines are "multiple". */
function isOneLine(reason: Reason, { headers }: Situation): boolean {
  const isMultiple = reason === 'MultipleAllowOriginValues' || reason === 'PreflightMultipleAllowOriginValues';
  return isMultiple && headers.getAll('access-control-allow-origin').length < 2;
}

function pageOf(reason: Reason, situation: Situation): MdnPage | null {
  return reasonTable[isOneLine(reason, situation) ? 'AllowOriginMismatch' : reason].mdn;
}

function detailOf(reason: Reason, situation: Situation): [detail: string, after?: string] | null {
  const { headers, response, verdict, check } = situation;
  const status = `. Status code: ${response?.status || '(null)'}.`;
  const notMatching = (): [string] => {
    const allowOrigin = headers.get('access-control-allow-origin') ?? check?.value ?? '';
    return [`CORS header ‘Access-Control-Allow-Origin’ does not match ‘${allowOrigin}’`];
  };
  switch (reason) {
    case 'DisallowedByMode':
    case 'NoCorsRedirectModeNotFollow':
      return null;
    case 'MissingAllowOriginHeader':
    case 'PreflightMissingAllowOriginHeader':
      return ['CORS header ‘Access-Control-Allow-Origin’ missing', status];
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues':
      return isOneLine(reason, situation) ? notMatching() : [severalLines];
    case 'InvalidAllowOriginValue':
    case 'PreflightInvalidAllowOriginValue':
    case 'AllowOriginMismatch':
    case 'PreflightAllowOriginMismatch':
      return notMatching();
    case 'WildcardOriginNotAllowed':
    case 'PreflightWildcardOriginNotAllowed':
      return ['Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’'];
    case 'InvalidAllowCredentials':
    case 'PreflightInvalidAllowCredentials':
      return ['expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'];
    case 'PreflightInvalidStatus':
      return ['CORS preflight response did not succeed', status];
    case 'PreflightDisallowedRedirect':
      return ['CORS request external redirect not allowed'];
    case 'InvalidAllowMethodsPreflightResponse':
      return [`invalid token ‘${verdict.parameter}’ in CORS header ‘Access-Control-Allow-Methods’`];
    case 'InvalidAllowHeadersPreflightResponse':
      return [`invalid token ‘${verdict.parameter}’ in CORS header ‘Access-Control-Allow-Headers’`];
    case 'MethodDisallowedByPreflightResponse':
      return ['Did not find method in CORS header ‘Access-Control-Allow-Methods’'];
    case 'HeaderDisallowedByPreflightResponse':
      return [
        `header ‘${verdict.parameter}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`,
      ];
    case 'CorsDisabledScheme':
      return ['CORS request not http'];
    case 'InvalidResponse':
    case 'RedirectContainsCredentials':
    case 'InsecureLocalNetwork':
    case 'InvalidLocalNetworkAccess':
    case 'LocalNetworkAccessPermissionDenied':
      return ['CORS request did not succeed', '. Status code: (null).'];
  }
}
