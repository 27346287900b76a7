import type { HopNeeds } from '../fix/fix.ts';
import type { Verdict } from '../judge/verdict.ts';

/** What an answer has to say for the browser to let the page read it: lines of the form `Name: value`, and a status in words. */
export interface ExpectedAnswer {
  /** Null where any status will do. */
  readonly status: string | null;
  readonly headers: readonly string[];
}

/** The answer to a preflight. */
export function expectedPreflight(needs: HopNeeds): ExpectedAnswer {
  const headers = allowOriginLines(needs);
  if (!['GET', 'HEAD', 'POST'].includes(needs.method)) headers.push(`Access-Control-Allow-Methods: ${needs.method}`);
  if (needs.requestHeaders.length > 0) headers.push(`Access-Control-Allow-Headers: ${needs.requestHeaders.join(', ')}`);
  return { status: 'HTTP status 204, or another from 200 to 299', headers };
}

/** The answer to the request itself. */
export function expectedResponse(needs: HopNeeds): ExpectedAnswer {
  const headers = allowOriginLines(needs);
  if (needs.exposedHeaders.length > 0)
    headers.push(`Access-Control-Expose-Headers: ${needs.exposedHeaders.join(', ')}`);
  if (allowedOrigin(needs) !== '*') headers.push('Vary: Origin');
  return { status: null, headers };
}

/** The answer that redirects, where what it redirects to was refused; null where it was not. */
export function expectedRedirect({ stage, reason }: Verdict): ExpectedAnswer | null {
  if (stage !== 'redirect') return null;
  if (reason === 'RedirectContainsCredentials') return redirectTo('without a user name and password');
  return reason === 'CorsDisabledScheme' ? redirectTo('that begins with https: or http:') : null;
}

function redirectTo(target: string): ExpectedAnswer {
  return { status: null, headers: [`Location: a URL ${target}`] };
}

function allowedOrigin({ origin, credentialed, allowed }: HopNeeds): string {
  const isPublic = credentialed === false && allowed.origins.includes('*');
  return origin === 'null' || isPublic ? '*' : origin;
}

function allowOriginLines(needs: HopNeeds): string[] {
  const lines = [`Access-Control-Allow-Origin: ${allowedOrigin(needs)}`];
  if (needs.credentialed === true) lines.push('Access-Control-Allow-Credentials: true');
  if (needs.credentialed === null && needs.origin !== 'null') {
    lines.push('Access-Control-Allow-Credentials: true, if the page includes credentials');
  }
  return lines;
}
