import { HeaderList } from '../cors/header-list.ts';
import type { Exchange, ObservedResponse } from '../exchange/exchange.ts';
import { titled } from '../explain/header-name.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { AnswerFix, HeaderChange, HeadersFix, HopFix } from './fix.ts';
import { needsOf } from './fix-exchange.ts';

/**
 * What a server would have to change to answer as in an edited copy of the exchange.
 *
 * @param verdict on the edited copy
 * @returns null where both are the same
 */
export function fixFromAnswers(exchange: Exchange, edited: Exchange, verdict: Verdict): HeadersFix | null {
  const hops = edited.hops.flatMap((after, hop): HopFix[] => {
    const before = exchange.hops[hop];
    const needs = needsOf(edited, verdict, hop);
    const preflight = difference(before?.preflight?.response ?? null, after.preflight?.response ?? null);
    const response = difference(before?.response ?? null, after.response);
    return needs === null || (preflight === null && response === null)
      ? []
      : [{ hop, url: after.url, preflight, response, needs }];
  });
  return hops.length === 0 ? null : { kind: 'headers', hops, advice: [] };
}

function difference(before: ObservedResponse | null, after: ObservedResponse | null): AnswerFix | null {
  if (after === null) return null;
  const [was, is] = [new HeaderList(before?.headers ?? []), new HeaderList(after.headers)];
  const names = [...new Set([...was.names(), ...is.names()])];
  const headers = names
    .filter((name) => was.get(name) !== is.get(name))
    .map((name): HeaderChange => ({ name: spelled(name, after), value: is.get(name), needed: 'always' }));
  const status = before !== null && before.status !== after.status ? after.status : null;
  return headers.length === 0 && status === null ? null : { status, headers, seen: before !== null };
}

/** The name in the capitals in which it was written, or the usual ones where it is to go. */
function spelled(name: string, { headers }: ObservedResponse): string {
  const written = headers.find(([each]) => each.toLowerCase() === name)?.[0];
  return written ?? titled(name);
}
