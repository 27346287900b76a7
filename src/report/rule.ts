import { fetchStandard, type Link, localNetworkAccessSpecification } from '../explain/link.ts';
import type { NotCorsCause } from '../judge/not-cors-cause.ts';
import type { Verdict } from '../judge/verdict.ts';

/** Where the rule that the browser followed is written; null where there is none, such as for a server that is down. */
export function ruleOf(verdict: Verdict): Link | null {
  const check = verdict.checks.find(({ status }) => status === 'failed');
  if (check?.name === 'local-network') return localNetworkAccessSpecification(check.anchor);
  if (check) return fetchStandard(check.anchor);
  return verdict.notCors === null ? fetchStandard('http-cors-protocol') : ruleOfCause(verdict.notCors);
}

function ruleOfCause(cause: NotCorsCause): Link | null {
  switch (cause) {
    case 'mixed-content':
      return { label: 'Mixed Content', url: 'https://www.w3.org/TR/mixed-content/' };
    case 'content-security-policy':
      return { label: 'Content Security Policy', url: 'https://www.w3.org/TR/CSP3/#directive-connect-src' };
    case 'local-network-access':
      return localNetworkAccessSpecification();
    case 'corp':
      return fetchStandard('cross-origin-resource-policy-header', 'Fetch § Cross-Origin-Resource-Policy');
    case 'coep':
      return {
        label: 'HTML § Cross-Origin-Embedder-Policy',
        url: 'https://html.spec.whatwg.org/multipage/browsers.html#coep',
      };
    case 'unsafe-port':
      return fetchStandard('port-blocking', 'Fetch § port blocking');
    case 'redirect-mode-error':
    case 'redirect-invalid':
    case 'too-many-redirects':
      return fetchStandard('http-redirect-fetch', 'Fetch § HTTP-redirect fetch');
    case 'server-error-page':
    case 'login-page':
      return fetchStandard('http-cors-protocol');
    case 'connection-refused':
    case 'connection-closed':
    case 'name-not-resolved':
    case 'timed-out':
    case 'offline':
    case 'certificate':
    case 'no-secure-connection':
    case 'invalid-response':
    case 'orb':
    case 'blocked-by-extension':
    case 'aborted':
    case 'other-network-error':
      return null;
  }
}
