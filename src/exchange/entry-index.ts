import { type Entry, isWaiting } from './entry.ts';
import { KeyedSets } from './keyed-sets.ts';
import { pairingKey } from './pairing.ts';

/** What a request id stands for: an exchange, or the preflight of one of its hops. */
export interface Role {
  readonly entry: Entry;
  readonly preflightOfHop: number | null;
}

/** The exchanges in the making, in the order in which they came, and the ways to find them. */
export class EntryIndex {
  readonly entries = new Set<Entry>();
  readonly roles = new Map<string, Role>();
  readonly pending = new Set<Entry>();
  /** Those that a preflight may be for, by pairing key. */
  readonly waiting = new KeyedSets<Entry>();
  /** Preflights without a request so far, by pairing key. */
  readonly orphans = new KeyedSets<Entry>();

  add(entry: Entry, requestId: string): void {
    this.entries.add(entry);
    this.roles.set(requestId, { entry, preflightOfHop: null });
  }

  /** Counts a request among an exchange's, as the preflight of one of its hops. */
  addPreflight(entry: Entry, preflightOfHop: number, requestId: string): void {
    if (!entry.requestIds.includes(requestId)) entry.requestIds.push(requestId);
    this.roles.set(requestId, { entry, preflightOfHop });
  }

  /** Brings the indexes up to date with the exchange. */
  settle(entry: Entry): void {
    const { exchange, waitsUnder } = entry;
    if (exchange.ending.kind === 'pending') this.pending.add(entry);
    else this.pending.delete(entry);
    const key = isWaiting(entry) ? pairingKey(entry.caller, exchange.hops.at(-1)?.url ?? '') : null;
    if (key === waitsUnder) return;
    if (waitsUnder !== null) this.waiting.delete(waitsUnder, entry);
    if (key !== null) this.waiting.add(key, entry);
    entry.waitsUnder = key;
  }

  remove(entry: Entry): void {
    this.entries.delete(entry);
    this.pending.delete(entry);
    if (entry.waitsUnder !== null) this.waiting.delete(entry.waitsUnder, entry);
    this.orphans.delete(pairingKey(entry.caller, entry.exchange.hops[0]?.url ?? ''), entry);
    for (const requestId of entry.requestIds) {
      if (this.roles.get(requestId)?.entry === entry) this.roles.delete(requestId);
    }
  }

  /** A browser's request ids are unique; should one come twice, the second exchange gets another name. */
  freeId(requestId: string): string {
    const used = this.roles.get(requestId)?.entry.exchange.id;
    return used === undefined ? requestId : `${used}+`;
  }
}
