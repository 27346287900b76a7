import { askPage } from './ask-page.ts';
import { mostEntries, readTiming, type TimingEntry } from './timing-entry.ts';

/**
 * Looks through the page and through the frames that it may look into. A page's own buffer is full after 250 entries:
 * an observer, begun at the first question, keeps the latest ones beyond that, out of sight under a symbol.
 */
const question = `((wanted) => {
  const key = Symbol.for('cors-lens.resource-timing');
  const found = [];
  let views = 0;
  const keep = (entries, more) => {
    entries.push(...more);
    if (entries.length > ${mostEntries}) entries.splice(0, entries.length - ${mostEntries});
  };
  const follow = (view) => {
    const entries = [];
    const observer = new view.PerformanceObserver((list) => keep(entries, list.getEntries()));
    observer.observe({ type: 'resource', buffered: true });
    const seen = { entries, observer };
    Object.defineProperty(view, key, { value: seen });
    return seen;
  };
  const look = (view) => {
    views += 1;
    try {
      const { entries, observer } = view[key] ?? follow(view);
      keep(entries, observer.takeRecords());
      const { timeOrigin } = view.performance;
      for (const { name, startTime, duration, responseStatus } of entries) {
        if (wanted.has(name)) found.push([name, timeOrigin + startTime, duration, responseStatus]);
      }
    } catch {} // a frame of another origin
    for (let index = 0; index < view.length && views < 100; index += 1) look(view[index]);
  };
  look(window);
  return found.slice(-${mostEntries});
})`;

/** The page's entries for these addresses; none where it does not tell. It may lie about its own requests. */
export async function askResourceTiming(urls: readonly string[]): Promise<readonly TimingEntry[]> {
  return readTiming(await askPage(`${question}(new Set(${JSON.stringify(urls)}))`));
}
