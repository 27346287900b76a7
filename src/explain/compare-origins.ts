import { defaultPort } from './look-alike/origin-pieces.ts';
import { code } from './quote.ts';
import { type RichText, rich } from './rich-text.ts';

/** One part of two origins side by side. */
export interface OriginPart {
  readonly name: 'scheme' | 'host' | 'port';
  /** Empty where the page's origin is opaque (`null`), or where the scheme has no such part. */
  readonly page: string;
  readonly target: string;
  readonly differs: boolean;
  /** Whether the port stands there because it is the scheme's default, not because the URL says so. */
  readonly pageDefault: boolean;
  readonly targetDefault: boolean;
}

/** The origins of page and target, part by part. */
export interface OriginComparison {
  /** Scheme, host and port, in this order. */
  readonly parts: readonly OriginPart[];
  readonly sameOrigin: boolean;
  /** Whether the browser itself called the two same-site (`Sec-Fetch-Site`); null where it did not say. */
  readonly sameSite: boolean | null;
  readonly summary: RichText;
}

/**
 * Scheme, host and port of page and target side by side, default ports made explicit.
 *
 * @param pageOrigin serialised origin of the page; `"null"` for an opaque one
 * @param secFetchSite the request's `Sec-Fetch-Site`, where it was seen
 * @returns null where the target is no URL
 */
export function compareOrigins(
  pageOrigin: string,
  targetUrl: string,
  secFetchSite: string | null = null,
): OriginComparison | null {
  const target = partsOf(targetUrl);
  if (target === null) return null;
  const page = partsOf(pageOrigin);
  const part = (name: OriginPart['name']): OriginPart => ({
    name,
    page: page?.[name] ?? '',
    target: target[name],
    differs: page?.[name] !== target[name],
    pageDefault: name === 'port' && (page?.defaultPort ?? false),
    targetDefault: name === 'port' && target.defaultPort,
  });
  const parts = [part('scheme'), part('host'), part('port')];
  const sameOrigin = page !== null && parts.every(({ differs }) => !differs);
  const sameSite = sameOrigin || siteFrom(secFetchSite);
  return { parts, sameOrigin, sameSite, summary: summary(page === null, parts, sameOrigin, sameSite) };
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly defaultPort: boolean;
}

function partsOf(url: string): Parts | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port } = new URL(url);
  const standard = defaultPort(protocol);
  return {
    scheme: protocol.slice(0, -1),
    host: hostname,
    port: port === '' ? standard : port,
    defaultPort: port === '' && standard !== '',
  };
}

/** `none` is a request that no page made, so that it says nothing about two sites. */
function siteFrom(secFetchSite: string | null): boolean | null {
  if (secFetchSite === 'same-site' || secFetchSite === 'same-origin') return true;
  return secFetchSite === 'cross-site' ? false : null;
}

function summary(
  opaque: boolean,
  parts: readonly OriginPart[],
  sameOrigin: boolean,
  sameSite: boolean | null,
): RichText {
  if (opaque) {
    return rich`The page's origin is ${code('null')}, which is the same as no other: the browser asks the server for permission.`;
  }
  if (sameOrigin) return rich`Same origin: no permission is needed.`;
  const names = parts.filter(({ differs }) => differs).map(({ name }) => name);
  const site = sameSite === null ? '' : sameSite ? ', same site' : ', different site';
  return rich`Different origin${site}: ${inWords(names)} ${names.length === 1 ? 'differs' : 'differ'}, so the browser asks the server for permission.`;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
