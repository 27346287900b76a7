import type { HeaderLine } from '../cors/header-list.ts';
import { parseUrl } from '../cors/origin.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { CodeLocation, Milliseconds, ResourceType } from './exchange.ts';
import { firstValue } from './first-value.ts';
import { type OwnFacts, ownFacts } from './har-own.ts';
import { codeLocations } from './har-stack.ts';
import { resourceTypeOf } from './har-type.ts';
import { type Fields, field, fieldsOf, number, objectsOf, text } from './har-value.ts';
import { sharedLine } from './shared-lines.ts';

/**
 * What one entry of an HTTP Archive tells, whoever wrote it. Preflights and redirects are entries of their own.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export interface HarEntry {
  readonly url: string;
  readonly method: string;
  readonly startedAt: Milliseconds;
  /** When the head of the answer was there, as far as the writer tells it from the end. */
  readonly answeredAt: Milliseconds;
  readonly endedAt: Milliseconds;
  readonly type: ResourceType;
  readonly requestHeaders: readonly HeaderLine[];
  /** Whether these are the headers that went out. Chromium lists a few of its own where it was not told of them. */
  readonly hasSentHeaders: boolean;
  /** 0 where no answer came, or where the writer was not told of one. */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly HeaderLine[];
  /** Where the answer sent the browser; null where it sent it nowhere. */
  readonly redirectedTo: string | null;
  readonly fromCache: boolean;
  /** What stopped it, in the writer's own words; null where nothing is said to have. */
  readonly error: string | null;
  /** Whether the writer would have said so, had the browser refused the answer. Firefox and proxies would not. */
  readonly tellsErrors: boolean;
  /** The writer knows that the browser sent it as a preflight. */
  readonly isPreflight: boolean;
  /** The page's call stack, innermost first; empty where the writer does not tell. */
  readonly stack: readonly CodeLocation[];
  /** The id of one of the archive's pages; null where the entry names none. */
  readonly page: string | null;
  /** What our own archives say beyond the format; null in those of others. */
  readonly own: OwnFacts | null;
}

/** The first field of an entry that is not what it has to be. */
export interface UnreadableEntry {
  readonly field: string;
  readonly wanted: string;
}

export function isReadable(entry: HarEntry | UnreadableEntry): entry is HarEntry {
  return 'url' in entry;
}

/**
 * Reads one entry. Only what no verdict can do without has to be there: address, method and time. All else that is
 * missing or of the wrong kind counts as not told.
 *
 * @param value anything: archives come from anywhere
 */
export function readHarEntry(value: unknown): HarEntry | UnreadableEntry {
  const entry = fieldsOf(value);
  const request = fieldsOf(entry?.request);
  if (entry === null) return { field: '', wanted: 'an object' };
  if (request === null) return { field: 'request', wanted: 'an object' };
  const { url: address, method } = request;
  if (typeof address !== 'string' || address === '') return { field: 'request.url', wanted: 'an address' };
  if (typeof method !== 'string' || method === '') return { field: 'request.method', wanted: 'a method' };
  const startedAt = Date.parse(text(entry.startedDateTime));
  if (Number.isNaN(startedAt)) return { field: 'startedDateTime', wanted: 'a date and time' };
  const listed = objectsOf(request.headers);
  const requestHeaders = headerLines(listed);
  const time = Math.max(0, number(entry.time));
  // As a browser writes it: a host in letters of another script in punycode, and nothing unseen.
  const url = parseUrl(address)?.href ?? address;
  return {
    url,
    method,
    startedAt,
    answeredAt: startedAt + Math.max(0, time - Math.max(0, number(field(entry.timings, 'receive')))),
    endedAt: startedAt + time,
    type: resourceTypeOf(text(entry._resourceType), url, requestHeaders),
    requestHeaders,
    hasSentHeaders: listed.some(({ name }) => sentWithAll.test(text(name))),
    ...answerOf(fieldsOf(entry.response) ?? {}, url),
    fromCache:
      text(entry._fromCache) !== '' ||
      field(entry.response, '_fetchedFromCache') === true ||
      /^(?:Memory|Disk) Cache$/.test(text(entry._fetchType)),
    tellsErrors: tellsErrors(entry),
    isPreflight: entry._resourceType === 'preflight' || field(entry._initiator, 'type') === 'preflight',
    stack: codeLocations(field(entry._initiator, 'stack')),
    page: typeof entry.pageref === 'string' ? entry.pageref : null,
    own: ownFacts(entry._corsLens),
  };
}

/** Every request that goes out has one of them, and no list of Chromium's own has any. */
const sentWithAll = /^(?:host|:authority|sec-fetch-mode|origin)$/i;

type Answer = Pick<HarEntry, 'status' | 'statusText' | 'responseHeaders' | 'redirectedTo' | 'error'>;

function answerOf(response: Fields, base: string): Answer {
  // Playwright writes -1 where there was no answer.
  const status = Math.max(0, Math.trunc(number(response.status)));
  const responseHeaders = headerLines(objectsOf(response.headers));
  return {
    status,
    statusText: text(response.statusText),
    responseHeaders,
    redirectedTo: redirectOf(response, status, responseHeaders, base),
    error: text(response._error) || text(response._failureText) || null,
  };
}

/**
 * Chromium and Playwright say of each request that failed that it did. Safari and the libraries that listen to Chromium's
 * DevTools protocol leave it out: what they list was not refused.
 */
function tellsErrors(entry: Fields): boolean {
  const response = fieldsOf(entry.response) ?? {};
  return (
    '_error' in response || ['_initiator', '_initiator_type', '_fetchType', '_frameref'].some((name) => name in entry)
  );
}

/** Some writers repeat the Location header there as it stands, some resolve it, some leave it out. */
function redirectOf(response: Fields, status: number, headers: readonly HeaderLine[], base: string): string | null {
  if (!isRedirectStatus(status)) return null;
  const target = text(response.redirectURL) || (firstValue(headers, 'location') ?? '');
  if (target === '') return null;
  return parseUrl(target, base)?.href ?? target;
}

/** HTTP/2's pseudo-headers are no headers. A value of several lines is as many headers. */
function headerLines(listed: readonly Fields[]): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const { name, value: content } of listed) {
    if (typeof name !== 'string' || name === '' || name.startsWith(':')) continue;
    const value = text(content);
    if (!value.includes('\n')) lines.push(sharedLine(name, value));
    // Not shared: a part that is kept may keep the whole value in memory.
    else for (const line of value.split('\n')) lines.push([name, line]);
  }
  return lines;
}
