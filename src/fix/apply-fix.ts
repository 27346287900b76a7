import type { HeaderLine } from '../cors/header-list.ts';
import type { Exchange, Hop, ObservedPreflight, ObservedResponse } from '../exchange/exchange.ts';
import type { AnswerFix, HeaderChange, HeadersFix, HopFix } from './fix.ts';

/** What an answer is made of, as far as a fix touches it. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
}

/** Which of the changes to make. */
export type Wanted = (change: HeaderChange) => boolean;

const unlessCredentialed: Wanted = (change) => change.needed !== 'if-credentialed';

/**
 * The answer as it would be with the fix. A preflight whose status the fix changes redirects no more.
 *
 * @param wanted which of the changes to make; all but those that only a credentialed request needs, unless told otherwise
 */
export function applyToAnswer(answer: Answer, fix: AnswerFix, wanted: Wanted = unlessCredentialed): Answer {
  const changes = fix.headers.filter(wanted);
  const gone = new Set(changes.map((change) => change.name.toLowerCase()));
  if (fix.status !== null) gone.add('location');
  const kept = answer.headers.filter(([name]) => !gone.has(name.toLowerCase()));
  const set = changes.flatMap(({ name, value }): HeaderLine[] => (value === null ? [] : [[name, value]]));
  return { status: fix.status ?? answer.status, headers: [...kept, ...set] };
}

/**
 * The exchange as it would have gone with the fix: every answer of it changed, the missing ones made up, and completed.
 *
 * @param wanted which of the changes to make; all but those that only a credentialed request needs, unless told otherwise
 */
export function applyFix(exchange: Exchange, fix: HeadersFix, wanted: Wanted = unlessCredentialed): Exchange {
  const { startedAt: at } = exchange;
  const hops = exchange.hops.map((hop, index) => {
    const hopFix = fix.hops.find((each) => each.hop === index);
    return hopFix ? fixedHop(hop, hopFix, at, wanted) : hop;
  });
  return { ...exchange, hops, ending: { kind: 'completed', at }, networkError: null, timingStatus: null };
}

function fixedHop(hop: Hop, fix: HopFix, at: number, wanted: Wanted): Hop {
  return {
    ...hop,
    preflight: fix.preflight ? fixedPreflight(hop, fix, fix.preflight, at, wanted) : hop.preflight,
    requestHeaders: hop.requestHeaders ?? [['Origin', fix.needs.origin]],
    sentAt: hop.sentAt ?? at,
    response: fix.response ? fixedResponse(hop.response, fix.response, at, wanted) : hop.response,
  };
}

function fixedPreflight(hop: Hop, fix: HopFix, answerFix: AnswerFix, at: number, wanted: Wanted): ObservedPreflight {
  const seen = hop.preflight;
  const asked: HeaderLine[] = [
    ['Origin', fix.needs.origin],
    ['Access-Control-Request-Method', fix.needs.method],
    ...fix.needs.requestHeaders.map((name): HeaderLine => ['Access-Control-Request-Headers', name]),
  ];
  return {
    requestId: seen?.requestId ?? '',
    startedAt: seen?.startedAt ?? at,
    requestHeaders: seen?.requestHeaders ?? asked,
    response: fixedResponse(seen?.response ?? null, answerFix, at, wanted),
    ending: { kind: 'completed', at },
  };
}

function fixedResponse(seen: ObservedResponse | null, fix: AnswerFix, at: number, wanted: Wanted): ObservedResponse {
  const blank = { at, status: 200, statusText: '', headers: [], effectiveHeaders: null, fromCache: false };
  const answer = seen ?? blank;
  return { ...answer, ...applyToAnswer(answer, fix, wanted), effectiveHeaders: null };
}
