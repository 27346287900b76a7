import type { HeaderLine } from '../../cors/header-list.ts';
import type { Ending, Exchange, Hop, ObservedPreflight, ObservedResponse } from '../exchange.ts';
import { haveSameLines } from '../same-lines.ts';
import { withoutFragment } from '../without-fragment.ts';

/**
 * What was seen of an exchange, with what DevTools recorded of it where it was not seen. What was seen stays: it is the
 * browser's own word, under header rules too.
 */
export function withRecorded(seen: Exchange, recorded: Exchange): Exchange {
  const hops = alignHops(seen.hops, recorded.hops);
  return {
    ...seen,
    startedAt: Math.min(seen.startedAt, recorded.startedAt),
    hops: hops ?? seen.hops,
    ending: isOpen(seen.ending) && hops !== null ? endingAfter(seen.ending, recorded.ending) : seen.ending,
    sources: [...new Set([...(wasHeard(seen) ? seen.sources : []), ...recorded.sources])],
    stack: seen.stack.length > 0 ? seen.stack : recorded.stack,
    networkError: seen.networkError ?? recorded.networkError,
  };
}

/** Whether more was heard than that the request began, and that it ended. */
function wasHeard({ hops }: Exchange): boolean {
  return hops.some(
    ({ requestHeaders, response, preflight }) => requestHeaders !== null || response !== null || preflight !== null,
  );
}

function isOpen({ kind }: Ending): boolean {
  return kind === 'pending' || kind === 'lost';
}

function endingAfter(seen: Ending, recorded: Ending): Ending {
  return recorded.kind === 'pending' ? seen : recorded;
}

/** The recorded hops, each with what was seen of it; null where what was seen is no part of what was recorded. */
function alignHops(seen: readonly Hop[], recorded: readonly Hop[]): readonly Hop[] | null {
  let next = 0;
  const hops = recorded.map((hop) => {
    const candidate = seen[next];
    if (candidate === undefined || !isSameRequest(candidate, hop)) return hop;
    next += 1;
    return mergeHops(candidate, hop);
  });
  return next === seen.length ? hops : null;
}

function isSameRequest(a: Hop, b: Hop): boolean {
  return a.method === b.method && withoutFragment(a.url) === withoutFragment(b.url);
}

function mergeHops(seen: Hop, recorded: Hop): Hop {
  const preflight = mergePreflights(seen.preflight, recorded.preflight);
  const sentAt = seen.sentAt ?? recorded.sentAt;
  return {
    ...seen,
    startedAt: Math.min(seen.startedAt, recorded.startedAt),
    preflight,
    requestHeaders: seen.requestHeaders ?? recorded.requestHeaders,
    // The two sources' clocks differ by some milliseconds; a request goes out after its preflight.
    sentAt: sentAt === null ? null : Math.max(sentAt, preflight?.response?.at ?? sentAt),
    response: mergeResponses(seen.response, recorded.response),
    redirectedTo: seen.redirectedTo ?? recorded.redirectedTo,
  };
}

/** The preflight as it was seen, completed by its record. */
export function mergePreflights(
  seen: ObservedPreflight | null,
  recorded: ObservedPreflight | null,
): ObservedPreflight | null {
  if (seen === null || recorded === null) return seen ?? recorded;
  return {
    ...seen,
    requestHeaders: seen.requestHeaders.length > 0 ? seen.requestHeaders : recorded.requestHeaders,
    response: mergeResponses(seen.response, recorded.response),
    ending: isOpen(seen.ending) ? endingAfter(seen.ending, recorded.ending) : seen.ending,
  };
}

/** Of an answer of which only the end was seen, the status and the server's own headers are not known. */
function mergeResponses(seen: ObservedResponse | null, recorded: ObservedResponse | null): ObservedResponse | null {
  if (seen === null || recorded === null) return seen ?? recorded;
  if (seen.status > 0) return seen;
  const isSame = haveSameLines(inOrder(seen.headers), inOrder(recorded.headers));
  return { ...recorded, effectiveHeaders: isSame ? null : seen.headers };
}

/** DevTools sorts header lines. */
function inOrder(headers: readonly HeaderLine[]): HeaderLine[] {
  return headers
    .map(([name, value]): HeaderLine => [name.toLowerCase(), value])
    .sort((a, b) => a.join(':').localeCompare(b.join(':')));
}
