import type { Exchange } from './exchange.ts';
import type { Caller, WaitingRequest } from './pairing.ts';

/** An exchange in the making. */
export interface Entry {
  readonly caller: Caller;
  exchange: Exchange;
  /** Under which key it waits for a preflight; null when it does not. */
  waitsUnder: string | null;
  /** Every request id that belongs to it: its own and its preflights'. */
  readonly requestIds: string[];
}

export function isEnded({ exchange }: Entry): boolean {
  return exchange.ending.kind !== 'pending' && exchange.ending.kind !== 'lost';
}

/** Whether its last hop has begun, was not seen to go out, and has no preflight yet. One that is lost may yet go on. */
export function isWaiting(entry: Entry): boolean {
  const hop = entry.exchange.hops.at(-1);
  return !isEnded(entry) && hop?.sentAt === null && hop.response === null && hop.preflight === null;
}

/** Those of the waiting that an OPTIONS can be for: of its page, and the lost only after all others. */
export function candidatesFor(options: Entry, waiting: Iterable<Entry>): Entry[] {
  const others = [...waiting].filter((other) => other !== options && other.exchange.page === options.exchange.page);
  const isLost = ({ exchange }: Entry) => exchange.ending.kind === 'lost';
  return [...others.filter((other) => !isLost(other)), ...others.filter(isLost)];
}

/** An OPTIONS that only began: most likely a preflight, which will be shown with its request. */
export function isUndecided({ hops, ending }: Exchange): boolean {
  const [hop, next] = hops;
  return (
    hop?.method === 'OPTIONS' &&
    next === undefined &&
    (ending.kind === 'pending' || ending.kind === 'lost') &&
    hop.requestHeaders === null &&
    hop.preflight === null &&
    hop.response === null &&
    hop.redirectedTo === null
  );
}

export function waitingRequest(entry: Entry): WaitingRequest & { readonly entry: Entry } {
  const hop = entry.exchange.hops.at(-1);
  return { entry, caller: entry.caller, method: hop?.method ?? '', requestHeaders: hop?.requestHeaders ?? null };
}
