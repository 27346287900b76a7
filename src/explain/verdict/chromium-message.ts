import type { Reason } from '../../cors/reason.ts';
import { type Situation, schemeTarget, urlsOf } from '../situation.ts';

/** Chromium's console text; null where it writes none. The words are those of version 156; older versions differ a little. */
export function chromiumMessage(reason: Reason, situation: Situation): string | null {
  const { origin } = situation;
  const { last } = urlsOf(situation);
  switch (reason) {
    case 'DisallowedByMode':
      // On a redirect it says nothing.
      if (situation.verdict.hop > 0) return null;
      return `Fetch API cannot load ${last}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${origin}.`;
    case 'NoCorsRedirectModeNotFollow':
      return `Fetch API cannot load ${last}. Request mode is "no-cors" but the redirect mode is not "follow".`;
    case 'CorsDisabledScheme':
      if (situation.verdict.stage === 'request') {
        return `Fetch API cannot load ${last}. URL scheme "${last.split(':')[0]}" is not supported.`;
      }
      return refused(situation, schemeTarget(situation), detail(reason, situation));
    default:
      return refused(situation, last, detail(reason, situation));
  }
}

function refused(situation: Situation, url: string, text: string): string {
  const { first } = urlsOf(situation);
  const via = url === first ? '' : ` (redirected from '${first}')`;
  return `Access to ${kind(situation.exchange.type)} at '${url}'${via} from origin '${situation.exchange.initiator.origin ?? situation.origin}' has been blocked by CORS policy: ${text}`;
}

/** The reasons that say the same of a response. */
const ofResponse = {
  PreflightWildcardOriginNotAllowed: 'WildcardOriginNotAllowed',
  PreflightMissingAllowOriginHeader: 'MissingAllowOriginHeader',
  PreflightMultipleAllowOriginValues: 'MultipleAllowOriginValues',
  PreflightInvalidAllowOriginValue: 'InvalidAllowOriginValue',
  PreflightAllowOriginMismatch: 'AllowOriginMismatch',
  PreflightInvalidAllowCredentials: 'InvalidAllowCredentials',
} as const satisfies Partial<Record<Reason, Reason>>;

const toPreflight = "Response to preflight request doesn't pass access control check: ";

function detail(reason: Reason, situation: Situation): string {
  const { headers, method, verdict, check } = situation;
  const allowOrigin = headers.get('access-control-allow-origin') ?? check?.value ?? '';
  const validValue = ' Have the server send the header with a valid value.';
  switch (reason) {
    case 'DisallowedByMode':
    case 'NoCorsRedirectModeNotFollow':
      return '';
    case 'InvalidResponse':
      return 'The response is invalid.';
    case 'WildcardOriginNotAllowed':
      return "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
    case 'MissingAllowOriginHeader':
      return "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    case 'MultipleAllowOriginValues':
      return `The 'Access-Control-Allow-Origin' header contains multiple values '${allowOrigin}', but only one is allowed.${validValue}`;
    case 'InvalidAllowOriginValue':
      return `The 'Access-Control-Allow-Origin' header contains the invalid value '${allowOrigin}'.${validValue}`;
    case 'AllowOriginMismatch':
      return `The 'Access-Control-Allow-Origin' header has a value '${allowOrigin}' that is not equal to the supplied origin.${validValue}`;
    case 'InvalidAllowCredentials':
      return `The value of the 'Access-Control-Allow-Credentials' header in the response is '${headers.get('access-control-allow-credentials') ?? verdict.parameter}' which must be 'true' when the request's credentials mode is 'include'.`;
    case 'CorsDisabledScheme':
      return 'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.';
    case 'PreflightInvalidStatus':
      return `${toPreflight}It does not have HTTP ok status.`;
    case 'PreflightDisallowedRedirect':
      return `${toPreflight}Redirect is not allowed for a preflight request.`;
    case 'PreflightWildcardOriginNotAllowed':
    case 'PreflightMissingAllowOriginHeader':
    case 'PreflightMultipleAllowOriginValues':
    case 'PreflightInvalidAllowOriginValue':
    case 'PreflightAllowOriginMismatch':
    case 'PreflightInvalidAllowCredentials':
      return toPreflight + detail(ofResponse[reason], situation);
    case 'InvalidAllowMethodsPreflightResponse':
      return 'Cannot parse Access-Control-Allow-Methods response header field in preflight response.';
    case 'InvalidAllowHeadersPreflightResponse':
      return 'Cannot parse Access-Control-Allow-Headers response header field in preflight response.';
    case 'MethodDisallowedByPreflightResponse':
      return `Method ${verdict.parameter || method} is not allowed by Access-Control-Allow-Methods in preflight response.`;
    case 'HeaderDisallowedByPreflightResponse':
      return `Request header field ${verdict.parameter} is not allowed by Access-Control-Allow-Headers in preflight response.`;
    case 'RedirectContainsCredentials':
      // Chromium leaves the location empty.
      return "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.";
    case 'InsecureLocalNetwork':
      return `The request client is not a secure context and the resource is in more-private address space \`${verdict.parameter}\`.`;
    case 'InvalidLocalNetworkAccess':
      return `Request had a target IP address space of \`${check?.expected ?? ''}\` yet the resource is in address space \`${verdict.parameter}\`.`;
    case 'LocalNetworkAccessPermissionDenied':
      return `Permission was denied for this request to access the \`${verdict.parameter}\` address space.`;
  }
}

/** Chromium's word for what made the request. Of `fetch` and `XMLHttpRequest`, which it tells nobody apart, the former. */
function kind(type: string): string {
  switch (type) {
    case 'script':
    case 'image':
    case 'font':
    case 'manifest':
      return type;
    case 'xhr':
      return 'XMLHttpRequest';
    case 'stylesheet':
      return 'CSS stylesheet';
    case 'imageset':
      return 'image';
    case 'web_manifest':
      return 'manifest';
    case 'media':
      return 'video';
    case 'ping':
    case 'beacon':
    case 'eventsource':
      return 'resource';
    default:
      return 'fetch';
  }
}
