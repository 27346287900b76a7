import type { NotCorsCause } from './not-cors-cause.ts';

/** An error string says what stopped the request, or only that something did. */
export type ErrorMeaning = NotCorsCause | 'refused' | 'says-nothing';

type Row = readonly [pattern: RegExp, meaning: ErrorMeaning];

/** Chromium's net errors, finest first. */
const chromiumErrors: readonly Row[] = [
  // A failed CORS check, or anything that has no name of its own.
  [/^net::ERR_FAILED$/, 'refused'],
  [/ERR_BLOCKED_BY_(?:LOCAL|PRIVATE)_NETWORK_ACCESS_CHECKS|LOCAL_NETWORK/, 'local-network-access'],
  [/ERR_BLOCKED_BY_RESPONSE.*COEP/i, 'coep'],
  [/ERR_BLOCKED_BY_RESPONSE/, 'corp'],
  [/ERR_BLOCKED_BY_ORB/, 'orb'],
  [/ERR_BLOCKED_BY_CSP/, 'content-security-policy'],
  [/ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)/, 'blocked-by-extension'],
  [/ERR_CONNECTION_REFUSED/, 'connection-refused'],
  [/ERR_NAME_(?:NOT_RESOLVED|RESOLUTION_FAILED)|ERR_DNS_/, 'name-not-resolved'],
  [/ERR_(?:CONNECTION_)?TIMED_OUT/, 'timed-out'],
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_ACCESS_DENIED/, 'offline'],
  [/ERR_CERT|ERR_BAD_SSL_CLIENT_AUTH_CERT|ERR_SSL_(?:CLIENT_AUTH|PINNED|SERVER_CERT)/, 'certificate'],
  [/ERR_SSL|ERR_ECH_/, 'no-secure-connection'],
  [/ERR_TOO_MANY_REDIRECTS/, 'too-many-redirects'],
  [/ERR_(?:INVALID|UNSAFE)_REDIRECT|ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION/, 'redirect-invalid'],
  [/ERR_UNSAFE_PORT/, 'unsafe-port'],
  [/ERR_ABORTED/, 'aborted'],
  [/ERR_INVALID_(?:HTTP_)?RESPONSE|ERR_RESPONSE_HEADERS|ERR_CONTENT_|ERR_INCOMPLETE_CHUNKED/, 'invalid-response'],
  [/ERR_(?:EMPTY_RESPONSE|CONNECTION_|SOCKET_|HTTP2_|QUIC_|TUNNEL_|PROXY_)/, 'connection-closed'],
];

/** Firefox's error names. */
const firefoxErrors: readonly Row[] = [
  // The second is a refused answer of a redirect; the third only says how far the connection had come by then.
  [/^NS_ERROR_(?:DOM_BAD_URI|UNEXPECTED|NET_ON_\w+)$/, 'refused'],
  // Its security library speaks in sentences.
  [/ /, 'certificate'],
  // Seen on beacons that arrived.
  [/^NS_ERROR_FAILURE$/, 'says-nothing'],
  [/LOCAL_NETWORK_ACCESS/, 'local-network-access'],
  [/NS_ERROR_DOM_COEP/, 'coep'],
  [/NS_ERROR_DOM_CORP/, 'corp'],
  [/NS_ERROR_UNKNOWN_HOST|NS_ERROR_UNKNOWN_PROXY_HOST/, 'name-not-resolved'],
  [/CONNECTION_REFUSED/, 'connection-refused'],
  [/NS_ERROR_NET_TIMEOUT/, 'timed-out'],
  [/NS_ERROR_OFFLINE|NS_ERROR_NETWORK_/, 'offline'],
  [/^SEC_ERROR|^SSL_ERROR_\w*CERT|MOZILLA_PKIX/, 'certificate'],
  [/^SSL_ERROR|NS_ERROR_NET_INADEQUATE/, 'no-secure-connection'],
  [/NS_ERROR_REDIRECT_LOOP/, 'too-many-redirects'],
  [/NS_ERROR_PORT_ACCESS/, 'unsafe-port'],
  [/NS_ERROR_CORRUPTED_CONTENT|NS_ERROR_MALFORMED_URI/, 'redirect-invalid'],
  [/NS_BINDING_FAILED/, 'redirect-mode-error'],
  [/NS_ERROR_CONTENT_BLOCKED|NS_ERROR_BLOCKED_BY_POLICY/, 'content-security-policy'],
  [/_URI$|NS_ERROR_ABORT/, 'blocked-by-extension'],
  [/NS_BINDING_ABORTED/, 'aborted'],
  [/NS_ERROR_(?:NET_PARTIAL|INVALID_CONTENT|PARSING_HTTP)/, 'invalid-response'],
  [/NS_ERROR_NET_/, 'connection-closed'],
];

/** What a browser's error string means. Total: a string that nobody knows is `other-network-error`. */
export function meaningOfError(error: string): ErrorMeaning {
  const table = error.startsWith('net::') ? chromiumErrors : firefoxErrors;
  return table.find(([pattern]) => pattern.test(error))?.[1] ?? 'other-network-error';
}
