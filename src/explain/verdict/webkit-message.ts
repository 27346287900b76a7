import type { Reason } from '../../cors/reason.ts';
import { redirectTarget, type Situation, schemeTarget, urlsOf, withoutPassword } from '../situation.ts';

/** WebKit's console text, as version 2.50 writes it; null where it writes none or knows no such reason. */
export function webkitMessage(reason: Reason, situation: Situation): string | null {
  const { hop, response } = situation;
  const detail = plainMessage(reason, situation);
  const target = hop && response && !situation.onPreflight ? redirectTarget(hop, response) : null;
  if (detail === null || target === null || detail.startsWith('FTP')) return detail;
  return `Cross-origin redirection to ${withoutUserinfo(target)} denied by Cross-Origin Resource Sharing policy: ${detail}`;
}

const isOk = (status: number): boolean => status >= 200 && status <= 299;

/** WebKit leaves user name and password out of this message, but not out of all. */
const withoutUserinfo = (url: string): string => url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');

function plainMessage(reason: Reason, situation: Situation): string | null {
  const { check, headers, hop, method, origin, response, verdict } = situation;
  const { last } = urlsOf(situation);
  const status = `Status code: ${response?.status ?? 0}`;
  const invalid = (name: string): string =>
    `Header ${name} has an invalid value: ${headers.get(name) ?? check?.value ?? ''}`;
  // WebKit looks at a preflight's status before anything else.
  if (situation.onPreflight && response && !isOk(response.status))
    return `Preflight response is not successful. ${status}`;
  switch (reason) {
    case 'MissingAllowOriginHeader':
    case 'PreflightMissingAllowOriginHeader':
    case 'InvalidAllowOriginValue':
    case 'PreflightInvalidAllowOriginValue':
    case 'AllowOriginMismatch':
    case 'PreflightAllowOriginMismatch':
      return notAllowed();
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues':
      return (headers.get('access-control-allow-origin') ?? ',').includes(',')
        ? 'Access-Control-Allow-Origin cannot contain more than one origin.'
        : notAllowed();
    case 'WildcardOriginNotAllowed':
    case 'PreflightWildcardOriginNotAllowed':
      return 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.';
    case 'InvalidAllowCredentials':
    case 'PreflightInvalidAllowCredentials':
      return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".';
    case 'PreflightInvalidStatus':
    case 'PreflightDisallowedRedirect':
      return `Preflight response is not successful. ${status}`;
    case 'InvalidAllowMethodsPreflightResponse':
      return invalid('Access-Control-Allow-Methods');
    case 'InvalidAllowHeadersPreflightResponse':
      return invalid('Access-Control-Allow-Headers');
    case 'MethodDisallowedByPreflightResponse':
      return `Method ${verdict.parameter || method} is not allowed by Access-Control-Allow-Methods.`;
    case 'HeaderDisallowedByPreflightResponse':
      return `Request header field ${verdict.parameter} is not allowed by Access-Control-Allow-Headers.`;
    case 'RedirectContainsCredentials': {
      const target = hop && response ? redirectTarget(hop, response) : null;
      return `redirection URL ${withoutPassword(target ?? '')} has credentials`;
    }
    case 'CorsDisabledScheme':
      // It stops before it comes to look at the redirect.
      if (schemeTarget(situation).startsWith('ftp:') && verdict.stage === 'redirect') return 'FTP URLs are disabled';
      return verdict.stage === 'redirect'
        ? 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'
        : 'Cross origin requests are only supported for HTTP.';
    case 'DisallowedByMode':
      return verdict.hop === 0
        ? `Fetch API cannot load ${last}.`
        : `Unsafe attempt to load URL ${last} from origin ${origin}. Domains, protocols and ports must match.`;
    case 'NoCorsRedirectModeNotFollow':
      return 'Not allowed to request resource';
    case 'InvalidResponse':
    case 'InsecureLocalNetwork':
    case 'InvalidLocalNetworkAccess':
    case 'LocalNetworkAccessPermissionDenied':
      return null;
  }

  function notAllowed(): string {
    return `Origin ${origin} is not allowed by Access-Control-Allow-Origin. ${status}`;
  }
}
