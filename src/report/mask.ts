import type { HeaderLine } from '../cors/header-list.ts';

/** What stands in place of a secret. */
export const masked = '***';

/** Headers whose whole value is a secret. */
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'authentication-info',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
]);

/**
 * Names of headers, query parameters and the like whose value is most likely a secret. Whole words only: `keyboard` and
 * `monkey` are none.
 */
const secretWords = new Set([
  'apikey',
  'auth',
  'authentication',
  'authorization',
  'bearer',
  'code',
  'credential',
  'credentials',
  'csrf',
  'jwt',
  'key',
  'nonce',
  'otp',
  'passcode',
  'passphrase',
  'passwd',
  'password',
  'pin',
  'pwd',
  'saml',
  'secret',
  'session',
  'sessionid',
  'sid',
  'sig',
  'signature',
  'ticket',
  'token',
  'xsrf',
]);

/** `accessToken`, `access_token` and `X-Access-Token` are the same words. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** CORS's own headers, and those whose value must be read to understand a request, are never secrets. */
const neverSecret = /^(?:access-control-|sec-websocket-version$|sec-fetch-)/;

/** Names in one word that end like a secret: `accesstoken`, `xapikey`, `phpsessid`. */
const secretEnding = /(?:token|apikey|secret|password|passwd|signature|sessid|sessionid)s?$/;

export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase();
  if (neverSecret.test(lower)) return false;
  return secretHeaders.has(lower) || words(name).some((word) => secretWords.has(word) || secretEnding.test(word));
}

/** Bytes that look like a token wherever they stand: a JSON Web Token, or a key with a well-known beginning. */
const tokenAnywhere =
  /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bgh[opsur]_\w{20,}|\bxox[abeoprs]-[\w-]{10,}|\bAKIA[0-9A-Z]{16}\b/g;

/** A header's value, with what may be a secret replaced. The scheme of an `Authorization` stays: it explains much and gives away nothing. */
export function maskHeaderValue(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === 'authorization' || lower === 'proxy-authorization') return maskAuthorization(value);
  if (lower === 'cookie') return value.split(';').map(maskCookiePair).join(';');
  if (lower === 'set-cookie') return maskSetCookie(value);
  if (isSecretName(name)) return masked;
  if (lower === 'location' || lower === 'referer' || lower === 'content-location') return maskUrl(value);
  return value.replace(tokenAnywhere, masked);
}

function maskAuthorization(value: string): string {
  const scheme = /^[A-Za-z][A-Za-z0-9-]*(?=[ \t])/.exec(value)?.[0];
  return scheme === undefined ? masked : `${scheme} ${masked}`;
}

function maskCookiePair(pair: string): string {
  const equals = pair.indexOf('=');
  return equals < 0 ? masked : `${pair.slice(0, equals + 1)}${masked}`;
}

/** The attributes stay: `SameSite` and `Domain` are what people look for. */
function maskSetCookie(value: string): string {
  const [pair = '', ...attributes] = value.split(';');
  return [maskCookiePair(pair), ...attributes].join(';');
}

export function maskHeaders(lines: readonly HeaderLine[]): HeaderLine[] {
  return lines.map(([name, value]) => [name, maskHeaderValue(name, value)]);
}

/** A URL with passwords, secret-looking query parameters (also in the fragment) and tokens in the path replaced. */
export function maskUrl(url: string): string {
  const [, address = url, query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const userinfo = /^([A-Za-z][A-Za-z0-9+.-]*:)?(\/\/)([^/]*)@/;
  const withoutUser = address.replace(userinfo, (all, scheme: string | undefined, _, user: string) =>
    // An empty one is no secret, and masked it would look like one.
    /[^:@]/.test(user) ? `${scheme ?? ''}//${masked}@` : all,
  );
  return `${withoutUser.replace(tokenAnywhere, masked)}${maskPairs(query)}${maskPairs(fragment)}`;
}

function maskPairs(text: string): string {
  if (text === '') return '';
  const [mark = '', rest] = [text[0], text.slice(1)];
  const pairs = rest.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0) return pair.replace(tokenAnywhere, masked);
    return isSecretName(decoded(pair.slice(0, equals)))
      ? `${pair.slice(0, equals + 1)}${masked}`
      : pair.replace(tokenAnywhere, masked);
  });
  return `${mark}${pairs.join('&')}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Any text that may quote a header or a URL. */
export function maskText(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"`<>]+/gi, maskUrl).replace(tokenAnywhere, masked);
}
