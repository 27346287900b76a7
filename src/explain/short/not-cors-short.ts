import type { NotCorsCause } from '../../judge/not-cors-cause.ts';
import { clientErrors } from '../not-cors/client-errors.ts';
import { type Failure, isProxyLogin } from '../not-cors/not-cors-clause.ts';

/** What really failed, in the few words that a list has room for. */
export const notCorsShort: Readonly<Record<NotCorsCause, (failure: Failure) => string>> = {
  'server-error-page': serverErrorPage,
  'login-page': ({ response }) =>
    response !== null && isProxyLogin(response)
      ? `Login needed (${response.status})`
      : 'Login page instead of an answer',
  'connection-refused': () => 'Connection refused',
  'connection-closed': () => 'Connection closed',
  'name-not-resolved': () => 'Host not found',
  'timed-out': () => 'Timed out',
  offline: () => 'Offline',
  certificate: () => 'Certificate not trusted',
  'no-secure-connection': () => 'No secure connection',
  'invalid-response': () => 'Invalid HTTP answer',
  'mixed-content': () => 'Mixed content',
  'content-security-policy': () => 'Content Security Policy',
  'local-network-access': () => 'Local Network Access',
  corp: () => 'Cross-Origin-Resource-Policy',
  coep: () => 'Cross-Origin-Embedder-Policy',
  orb: () => 'Opaque Response Blocking',
  'blocked-by-extension': () => 'Blocked by an extension',
  'redirect-mode-error': () => 'Redirect refused by your code',
  'redirect-invalid': () => 'Invalid redirect',
  'too-many-redirects': () => 'Too many redirects',
  'unsafe-port': () => 'Unsafe port',
  aborted: () => 'Cancelled',
  'other-network-error': ({ error }) => (error === '' ? 'Network error' : `Network error: ${error}`),
};

function serverErrorPage({ response }: Failure): string {
  const status = response?.status ?? 0;
  if (status >= 500 || status === 0) return `Server error${status > 0 ? ` ${status}` : ''}, no CORS headers`;
  const known = clientErrors[status];
  return `Status ${status}${known ? ` (${known.name})` : ''}, no CORS headers`;
}
