import { isHttp, originOf, parseUrl } from '../cors/origin.ts';

/** Names that no public site can have, with all below them: RFC 6761 and RFC 6762 keep them apart. */
const developmentNames = ['localhost', 'test', 'local'];

/**
 * Addresses of this machine and of private networks.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1918
 * @see https://www.rfc-editor.org/rfc/rfc4193
 */
const privateV4 = /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./;
const privateV6 = /^\[(?:::1\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;
const ipv4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Whether pages of an origin are somebody's work in progress, so that an override may be on there.
 *
 * @param origin serialised
 * @param added origins that the person counts as such, too
 */
export function isDevelopmentOrigin(origin: string, added: readonly string[]): boolean {
  const url = parseUrl(origin);
  if (url === null || !isHttp(url) || originOf(url) !== origin) return false;
  return isDevelopmentHost(url.hostname) || added.includes(origin);
}

/** @param hostname as the URL parser gives it: lower case, addresses in their one form */
function isDevelopmentHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return privateV6.test(hostname);
  if (ipv4.test(hostname)) return privateV4.test(hostname);
  const name = hostname.replace(/\.$/, '');
  return developmentNames.some((each) => name === each || name.endsWith(`.${each}`));
}

/** The origin that a person means by what they wrote, a URL for instance; null where it is none that could be added. */
export function readOrigin(text: string): string | null {
  const url = parseUrl(text.trim());
  return url !== null && isHttp(url) ? originOf(url) : null;
}
