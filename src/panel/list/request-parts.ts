import type { Exchange } from '../../exchange/exchange.ts';

/** What the page asked for. An exchange has at least one hop; the type cannot say so. */
export function firstHop(exchange: Exchange) {
  const [hop] = exchange.hops;
  if (!hop) throw new Error(`Exchange ${exchange.id} has no hop.`);
  return hop;
}

/** Method and URL without its query: what a page polls with a new query each time is the same request. */
export function requestName(exchange: Exchange): string {
  const { method, url } = firstHop(exchange);
  return `${method} ${url.replace(/[?#].*$/s, '')}`;
}

/** Host and path as the list shows them; the whole text where it is no URL. */
export function requestLabel(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, protocol } = new URL(url);
  return host === '' ? `${protocol}${pathname}` : `${host}${pathname}${search}`;
}

/** The page's origin as the list shows it: host and port, or `null` for an opaque one. Empty where nobody told. */
export function originLabel(origin: string | null): string {
  if (origin === null) return '';
  if (!URL.canParse(origin)) return origin;
  return new URL(origin).host || origin;
}

/** Milliseconds from the first event to the last; null while it is not over. */
export function duration(exchange: Exchange): number | null {
  return exchange.ending.kind === 'pending' ? null : Math.max(0, exchange.ending.at - exchange.startedAt);
}

/** A time span as DevTools writes it: `38 ms`, `1.24 s`, `2.0 min`. */
export function timeLabel(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${(milliseconds / 60_000).toFixed(1)} min`;
}

const typeLabels: Readonly<Record<string, string>> = {
  xmlhttprequest: 'fetch',
  sub_frame: 'frame',
  main_frame: 'document',
  stylesheet: 'css',
  ping: 'beacon',
  imageset: 'image',
};

/** The resource type in few letters. webRequest has one word for fetch and XMLHttpRequest. */
export function typeLabel(type: string): string {
  return Object.hasOwn(typeLabels, type) ? (typeLabels[type] ?? type) : type;
}
