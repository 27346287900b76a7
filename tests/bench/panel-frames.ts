import { type CDPSession, chromium, type Page } from 'playwright';
import { findChromium } from '../../scripts/find-browsers.ts';
import { startGallery } from '../../src/panel/gallery/gallery-server.ts';
import { exact, type Figure } from './figure.ts';

const part = 'frames';
const few = 100;
const many = 10_000;
/** Exchanges in a second, and how often some of them arrive. */
const rate = 500;
const arrivalsEvery = 50;
/** How long the list is scrolled, in milliseconds. */
const scrolling = 4_000;

/**
 * How smooth the panel is: the share of frames that took longer than the 16.7 ms of a screen of 60 Hz, while the list is
 * scrolled and the filter typed into, with few exchanges and with many, and while many arrive. The panel is the gallery's,
 * so nothing but the panel is measured.
 */
export async function benchPanelFrames(): Promise<{ figures: Figure[]; browser: string }> {
  const gallery = await startGallery();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${gallery.url}?state=many`);
    await page.locator('tr[data-exchange-url]').first().waitFor();
    await page.evaluate(`globalThis.bench = (${prepare})(${arrivalsEvery})`);
    const tools = await page.context().newCDPSession(page);
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const withFew = await framesWith(page, tools, few);
    const withMany = await framesWith(page, tools, many);
    const figures = [
      ...withFew.figures,
      ...withMany.figures,
      exact(
        { part, name: 'processor time for a letter typed, 10,000 exchanges against 100', unit: '×' },
        withMany.busy / withFew.busy,
      ),
    ];
    const [arriving, shown] = await page.evaluate<[number, number]>(`bench.arrive(${many}, ${rate})`);
    figures.push(
      exact(
        {
          part,
          name: `frames over 16.7 ms while ${rate} exchanges a second arrive and the list is scrolled`,
          unit: '%',
        },
        arriving,
      ),
      exact({ part, name: `exchanges lost of ${many} that arrived so`, unit: '×', atMost: 0 }, many - shown),
    );
    return { figures, browser: `Chromium/${browser.version()}` };
  } finally {
    await browser.close();
    await gallery.close();
  }
}

/** Frames over 16.7 ms, and the processor time in seconds that typing took: what else the machine does is not in it. */
async function framesWith(
  page: Page,
  tools: CDPSession,
  count: number,
): Promise<{ readonly figures: Figure[]; readonly busy: number }> {
  await page.evaluate(`bench.show(${count})`);
  const scrolled = await page.evaluate<number>(`bench.scroll(${scrolling})`);
  const before = await busyTime(tools);
  const typed = await page.evaluate<number>('bench.type("cart put missing")');
  const busy = (await busyTime(tools)) - before;
  const label = count.toLocaleString('en');
  const figures = [
    exact({ part, name: `frames over 16.7 ms while scrolling, ${label} exchanges`, unit: '%' }, scrolled),
    exact({ part, name: `frames over 16.7 ms while typing, ${label} exchanges`, unit: '%' }, typed),
  ];
  return { figures, busy };
}

/** Processor time of the page's main thread since its start, in seconds. */
async function busyTime(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Runs in the page, as text: a test runner rewrites functions that travel. */
const prepare = `(arrivalsEvery) => {
  const host = globalThis.galleryHost;
  let all = [];
  host.subscribe(({ observations }) => { if (all.length === 0) all = [...observations]; })();
  const byRequest = Map.groupBy(all, ({ requestId }) => requestId);
  const told = [...byRequest.values()];
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise(requestAnimationFrame);
  const settle = async () => { await wait(1500); await new Promise(requestIdleCallback); };
  const summary = () => document.querySelector('[data-summary=requests]').textContent;
  // Frames are begun at the screen's pace: one that took longer is followed by a longer gap.
  const measure = async (act) => {
    let isOver = false;
    let late = 0;
    let frames = 0;
    const count = async () => {
      for (let last = await frame(); !isOver; ) {
        const now = await frame();
        const passed = Math.max(1, Math.round((now - last) / (1000 / 60)));
        late += passed > 1 ? 1 : 0;
        frames += 1;
        last = now;
      }
    };
    const counting = count();
    await act();
    isOver = true;
    await counting;
    return (100 * late) / frames;
  };
  const scrollFor = async (until) => {
    let step = 300;
    while (performance.now() < until()) {
      await frame();
      const list = document.querySelector('[data-list]')?.parentElement;
      if (!list) continue; // nothing has arrived yet
      const before = list.scrollTop;
      list.scrollTop += step;
      if (list.scrollTop === before) step = -step;
    }
  };
  return {
    async show(count) {
      host.clear();
      host.tell(told.slice(0, count).flat());
      await settle();
    },
    scroll: (time) => measure(() => { const end = performance.now() + time; return scrollFor(() => end); }),
    type: (text) => measure(async () => {
      const field = document.querySelector('search input');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      for (const length of [...text].map((_, at) => at + 1).concat(0)) {
        set.call(field, text.slice(0, length));
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await wait(120);
      }
    }),
    async arrive(count, rate) {
      host.clear();
      await settle();
      const portion = (rate * arrivalsEvery) / 1000;
      let isOver = false;
      const late = await measure(async () => {
        const scrolled = scrollFor(() => (isOver ? 0 : Infinity));
        const begin = performance.now();
        for (let from = 0; from < count; from += portion) {
          host.tell(told.slice(from, Math.min(count, from + portion)).flat());
          await wait(Math.max(0, begin + ((from + portion) * 1000) / rate - performance.now()));
        }
        isOver = true;
        await scrolled;
      });
      await settle();
      return [late, Number(/([\\d,]+) cross-origin/.exec(summary())[1].replaceAll(',', ''))];
    },
  };
}`;
