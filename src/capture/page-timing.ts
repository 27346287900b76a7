/** As it comes from a page: address, beginning (milliseconds since the epoch), duration, status. */
export type PageEntry = readonly [url: string, startedAt: number, duration: number, status: number];

interface Seen {
  readonly of: Performance;
  readonly entries: PerformanceResourceTiming[];
  readonly observer: PerformanceObserver;
}

/**
 * Looks up what a document's resource timing tells of these addresses. Travels into the page, so it may use nothing from
 * outside itself; and there, anything that it calls may have been replaced.
 *
 * A document's own buffer is full after 250 entries: an observer, begun at the first question, keeps the latest ones
 * beyond that, out of sight under a symbol. A frame keeps its window, but not its timing, when its first document comes.
 */
export function readPageTiming(urls: readonly string[]): readonly PageEntry[] {
  const most = 1_000;
  const key = Symbol.for('cors-lens.resource-timing');
  const holder = globalThis as unknown as Record<symbol, Seen | undefined>;
  const keep = (entries: PerformanceResourceTiming[], more: PerformanceEntryList) => {
    entries.push(...(more as PerformanceResourceTiming[]));
    if (entries.length > most) entries.splice(0, entries.length - most);
  };
  const follow = (): Seen => {
    const entries: PerformanceResourceTiming[] = [];
    const observer = new PerformanceObserver((list) => keep(entries, list.getEntries()));
    observer.observe({ type: 'resource', buffered: true });
    const value: Seen = { of: performance, entries, observer };
    Object.defineProperty(globalThis, key, { value, configurable: true });
    return value;
  };
  const known = holder[key];
  const { entries, observer } = known?.of === performance ? known : follow();
  keep(entries, observer.takeRecords());
  const wanted = new Set(urls);
  const found = entries.filter(({ name }) => wanted.has(name));
  return found.map(({ name, startTime, duration, responseStatus }) => [
    name,
    performance.timeOrigin + startTime,
    duration,
    responseStatus,
  ]);
}
