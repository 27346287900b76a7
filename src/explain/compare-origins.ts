import type { RichText } from './rich-text.ts';

/** One part of two origins side by side. */
export interface OriginPart {
  readonly name: 'scheme' | 'host' | 'port';
  /** Empty where the page's origin is opaque (`null`). */
  readonly page: string;
  readonly target: string;
  readonly differs: boolean;
  /** Whether the port stands there because it is the scheme's default, not because the URL says so. */
  readonly pageDefault: boolean;
  readonly targetDefault: boolean;
}

/** The origins of page and target, part by part. */
export interface OriginComparison {
  readonly parts: readonly OriginPart[];
  readonly sameOrigin: boolean;
  /** Whether the browser itself called the two same-site (`Sec-Fetch-Site`); null where it did not say. */
  readonly sameSite: boolean | null;
  readonly summary: RichText;
}

/**
 * Scheme, host and port of page and target side by side, default ports made explicit.
 *
 * @param pageOrigin serialised origin of the page; `null` as a string for an opaque one
 * @param secFetchSite the request's `Sec-Fetch-Site`, where it was seen
 * @returns null where the target is no URL
 */
export function compareOrigins(
  pageOrigin: string,
  targetUrl: string,
  secFetchSite: string | null = null,
): OriginComparison | null {
  if (!URL.canParse(targetUrl)) return null;
  const target = new URL(targetUrl);
  const page = URL.canParse(pageOrigin) ? new URL(pageOrigin) : null;
  const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };
  const port = (url: URL | null): string => (url === null ? '' : url.port || (defaultPorts[url.protocol] ?? ''));
  const part = (name: OriginPart['name'], pageValue: string, targetValue: string): OriginPart => ({
    name,
    page: pageValue,
    target: targetValue,
    differs: pageValue !== targetValue,
    pageDefault: name === 'port' && page?.port === '' && pageValue !== '',
    targetDefault: name === 'port' && target.port === '' && targetValue !== '',
  });
  const parts = [
    part('scheme', page?.protocol.slice(0, -1) ?? '', target.protocol.slice(0, -1)),
    part('host', page?.hostname ?? '', target.hostname),
    part('port', port(page), port(target)),
  ];
  const sameOrigin = page !== null && parts.every((each) => !each.differs);
  const sameSite = secFetchSite === null ? null : secFetchSite === 'same-site' || secFetchSite === 'same-origin';
  return { parts, sameOrigin, sameSite, summary: [sameOrigin ? 'Same origin.' : 'Different origin.'] };
}
