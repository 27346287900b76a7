/** The URLs parsed last: a walk meets the same one again and again. */
const parsed = new Map<string, Readonly<URL> | null>();
const mostParsed = 64;

/** Parses a URL; null where it is none. Never throws. The result is shared: it must not be changed. */
export function parseUrl(url: string, base?: string): Readonly<URL> | null {
  const key = base === undefined ? url : `${url}\n${base}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const fresh = parseFresh(url, base);
  parsed.set(key, fresh);
  return fresh;
}

function parseFresh(url: string, base?: string): URL | null {
  try {
    return base === undefined ? new URL(url) : new URL(url, base);
  } catch {
    return null;
  }
}

/**
 * The serialised origin of a URL; `"null"` for an opaque one and for what is no URL.
 *
 * @see https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
 */
export function originOf(url: Readonly<URL> | null): string {
  return url?.origin ?? 'null';
}

/** Whether two serialised origins are the same. An opaque origin (`"null"`) is never the same as another. */
export function isSameOrigin(a: string, b: string): boolean {
  return a === b && a !== 'null';
}

const ipv4 = /^\d+\.\d+\.\d+\.\d+$/;

/** Two-level suffixes under which anyone may register. Not the whole public suffix list: browsers tell by `Sec-Fetch-Site`. */
const commonSecondLevel = /^(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;

function registrableDomain(hostname: string): string {
  if (ipv4.test(hostname) || hostname.startsWith('[')) return hostname;
  const labels = hostname.split('.');
  const lastTwo = labels.slice(-2).join('.');
  return commonSecondLevel.test(lastTwo) ? labels.slice(-3).join('.') : lastTwo;
}

/**
 * Whether two origins are same-site: same scheme, same registrable domain; ports do not count. Without the public suffix
 * list, so shared suffixes such as `github.io` count as one site.
 *
 * @see https://html.spec.whatwg.org/#same-site
 */
export function isSameSite(a: string, b: string): boolean {
  const first = parseUrl(a);
  const second = parseUrl(b);
  if (first === null || second === null) return false;
  return first.protocol === second.protocol && registrableDomain(first.hostname) === registrableDomain(second.hostname);
}

export function isHttp(url: Readonly<URL>): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** Whether a URL names a user or a password. `http://@host/` does not. */
export function includesCredentials(url: Readonly<URL>): boolean {
  return url.username !== '' || url.password !== '';
}
