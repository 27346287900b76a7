import type { Exchange } from '../exchange/exchange.ts';
import type { HopNeeds } from '../fix/fix.ts';
import { needsOf } from '../fix/fix-exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import { curlCommand } from './curl.ts';
import { type CurlRequest, preflightToCurl, requestToCurl } from './curl-request.ts';
import { type ExpectedAnswer, expectedPreflight, expectedRedirect, expectedResponse } from './expected-answer.ts';
import { masked, maskHeaders, maskUrl } from './mask.ts';
import type { Shell } from './shell-quote.ts';

export interface CurlOptions {
  readonly shell?: Shell;
  /** Only when the person asked for them. */
  readonly withSecrets?: boolean;
  /** Index of the hop; the one that the verdict is about unless told otherwise. */
  readonly hop?: number;
}

/**
 * The preflight or the request itself as a curl command, with the answer to expect as a comment.
 *
 * @returns null where there is no such request, such as a preflight that none is needed for
 */
export function copyAsCurl(
  exchange: Exchange,
  verdict: Verdict,
  what: 'preflight' | 'request',
  options: CurlOptions = {},
): string | null {
  const { shell = 'posix', withSecrets = false, hop = verdict.hop } = options;
  const request = (what === 'preflight' ? preflightToCurl : requestToCurl)(exchange, verdict, hop);
  const needs = needsOf(exchange, verdict, hop);
  if (request === null || needs === null) return null;
  const shown = withSecrets ? request : maskRequest(request);
  return curlCommand(shown, shell, [
    ...title(what, needs),
    ...notes(shown, request),
    ...expectation(what, needs, verdict),
  ]);
}

function title(what: 'preflight' | 'request', needs: HopNeeds): string[] {
  return what === 'preflight'
    ? ['The preflight: the browser asks before it sends the request.']
    : [`The ${needs.method} request itself.`];
}

function notes(shown: CurlRequest, request: CurlRequest): string[] {
  const lines: string[] = [];
  if (JSON.stringify(shown) !== JSON.stringify(request)) {
    lines.push(`Secrets are masked: put your own in place of ${masked}.`);
  }
  if (shown.headers.some(([, value]) => value === '...')) {
    lines.push('The request was never sent: fill in the values of its headers in place of ...');
  }
  if (!['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(request.method.toUpperCase()) && request.body === null) {
    lines.push('The body was not seen. Add it with --data-raw if the answer depends on it.');
  }
  return lines;
}

function expectation(what: 'preflight' | 'request', needs: HopNeeds, verdict: Verdict): string[] {
  const expected: ExpectedAnswer =
    what === 'preflight' ? expectedPreflight(needs) : (expectedRedirect(verdict) ?? expectedResponse(needs));
  const lines = [...(expected.status === null ? [] : [expected.status]), ...expected.headers];
  const when = verdict.outcome === 'blocked' ? ', once it is cured' : '';
  return [`Expected in the answer${when}:`, ...lines.map((line) => `  ${line}`)];
}

function maskRequest(request: CurlRequest): CurlRequest {
  return { ...request, url: maskUrl(request.url), headers: maskHeaders(request.headers) };
}
