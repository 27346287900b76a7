import type { Reason } from '../../cors/reason.ts';
import { reasonTable } from '../../cors/reason-table.ts';
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
  const redirected = hop && response ? redirectTarget(hop, response) : null;
  const template = templateFor(reason, situation);
  if (template === null) return null;
  const values: Readonly<Record<string, string>> = {
    '<origin>': origin,
    '<status>': String(response?.status ?? 0),
    '<value>': headers.get(reasonTable[reason].header ?? '') ?? check?.value ?? '',
    '<method>': verdict.parameter || method,
    '<header>': verdict.parameter,
    '<url>': reason === 'RedirectContainsCredentials' ? withoutPassword(redirected ?? '') : last,
  };
  return template.replace(/<[a-z]+>/g, (placeholder) => values[placeholder] ?? '');
}

/** The table's message, but where WebKit has other words for the same reason. */
function templateFor(reason: Reason, situation: Situation): string | null {
  const { headers, response, verdict } = situation;
  const { webkitMessage } = reasonTable[reason];
  // WebKit looks at a preflight's status before anything else.
  if (situation.onPreflight && response && !isOk(response.status)) {
    return reasonTable.PreflightInvalidStatus.webkitMessage;
  }
  switch (reason) {
    case 'MultipleAllowOriginValues':
    case 'PreflightMultipleAllowOriginValues': {
      const isList = (headers.get('access-control-allow-origin') ?? ',').includes(',');
      return isList ? webkitMessage : reasonTable.AllowOriginMismatch.webkitMessage;
    }
    case 'CorsDisabledScheme':
      if (verdict.stage !== 'redirect') return webkitMessage;
      // It stops before it comes to look at the redirect.
      return schemeTarget(situation).startsWith('ftp:')
        ? 'FTP URLs are disabled'
        : 'not allowed to follow a cross-origin CORS redirection with non CORS scheme';
    case 'DisallowedByMode':
      return verdict.hop === 0 ? 'Fetch API cannot load <url>.' : webkitMessage;
    default:
      return webkitMessage;
  }
}
