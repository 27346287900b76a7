import { until } from '../browsers/until.ts';
import { writeBareObserver, writeIdleExtension } from './bare-observer.ts';
import { type BenchBrowser, type BenchSetup, launchBenchBrowser } from './bench-browser.ts';
import { type Figure, fromSample } from './figure.ts';
import { startLoadServer } from './load-server.ts';
import { quietMachine } from './quiet-machine.ts';
import { median } from './statistics.ts';

/** The folder of the built extension. */
export const builtExtension = 'dist/chrome-test';

/** A thousand cross-origin requests of a page, every second one preflighted. */
interface Load {
  readonly name: string;
  readonly inFlight: number;
  /** Milliseconds before each answer, preflights' too. */
  readonly delay: number;
  /** How often it runs in each browser of a launch. */
  readonly rounds: number;
}

const saturating: Load = { name: 'saturating load', inFlight: 12, delay: 0, rounds: 3 };
const loads: readonly Load[] = [saturating, { name: 'lifelike load', inFlight: 6, delay: 30, rounds: 1 }];

/**
 * How often the browsers are launched anew. A browser stays as quick or as slow as it came up: two launches of the very same differ
 * by as much as a twentieth.
 */
export const launches = 5;

const requests = 1_000;

const setups = {
  'no extension': { extension: null, devtools: 'closed' },
  'idle extension': { extension: 'artifacts/bench/idle-extension', devtools: 'closed' },
  'DevTools closed': { extension: builtExtension, devtools: 'closed' },
  'DevTools without the extension': { extension: null, devtools: 'open' },
  recording: { extension: builtExtension, devtools: 'showing the panel' },
  'bare observer': { extension: 'artifacts/bench/bare-observer', devtools: 'open' },
  'bare observer of webRequest only': { extension: 'artifacts/bench/bare-observer-of-web-request', devtools: 'open' },
  'bare observer of everything': { extension: 'artifacts/bench/bare-observer-of-everything', devtools: 'open' },
} satisfies Record<string, BenchSetup>;

type SetupName = keyof typeof setups;

/**
 * What the page pays: the time of the same load in eight browsers, in turn, as ratios within each round. Of each launch its
 * median counts.
 *
 * @param wanted how many launches; enough for a steady median unless told otherwise
 */
export async function benchPageLoad(wanted: number | null = null): Promise<{ figures: Figure[]; browser: string }> {
  // Either load makes ours listen sparingly.
  writeBareObserver(setups['bare observer'].extension, 'sparing', 'all');
  writeBareObserver(setups['bare observer of webRequest only'].extension, 'sparing', 'webRequest');
  writeBareObserver(setups['bare observer of everything'].extension, 'full', 'all');
  writeIdleExtension(setups['idle extension'].extension);
  const server = await startLoadServer();
  try {
    const launched: Launched[] = [];
    for (let launch = 0; launch < (wanted ?? launches); launch += 1) launched.push(await oneLaunch(server, launch));
    const figures = loads.flatMap((load) =>
      compare(
        load,
        launched.map(({ times }) => times.get(load) ?? []),
      ),
    );
    return { figures, browser: launched[0]?.browser ?? '' };
  } finally {
    server.stop();
  }
}

interface Launched {
  readonly browser: string;
  /** Of each load its rounds. */
  readonly times: ReadonlyMap<Load, readonly Times[]>;
}

async function oneLaunch(
  { page, api }: { readonly page: string; readonly api: string },
  launch: number,
): Promise<Launched> {
  const browsers = new Map<SetupName, BenchBrowser>();
  try {
    for (const [name, setup] of Object.entries(setups)) {
      browsers.set(name as SetupName, await launchBenchBrowser(page, setup));
    }
    // Warms everything up.
    await oneRound(browsers, loadExpression(api, saturating), launch);
    const times = new Map<Load, readonly Times[]>();
    for (const load of loads) {
      const rounds: Times[] = [];
      while (rounds.length < load.rounds)
        rounds.push(await oneRound(browsers, loadExpression(api, load), launch + rounds.length));
      times.set(load, rounds);
    }
    await checkThatItRecorded(browsers);
    return { browser: browsers.get('no extension')?.version ?? '', times };
  } finally {
    await Promise.all([...browsers.values()].map((browser) => browser.close()));
  }
}

/** A ratio is worth nothing if the panel saw nothing. The last of them come a moment after the load. */
async function checkThatItRecorded(browsers: ReadonlyMap<SetupName, BenchBrowser>): Promise<void> {
  const rows = async () => (await browsers.get('recording')?.inPanel<number>(countedRows)) ?? 0;
  await until(async () => ((await rows()) >= requests ? true : undefined), `${requests} rows`);
}

/** The rows of the panel's list, those out of sight included. */
export const countedRows = `Number(document.querySelector('table[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1`;

type Times = Readonly<Record<SetupName, number>>;

/** @param launched of each launch its rounds */
function compare(load: Load, launched: readonly (readonly Times[])[]): Figure[] {
  const part = load.name;
  const ofEach = (value: (times: Times) => number) => launched.map((rounds) => median(rounds.map(value)));
  const ratio = (over: SetupName, under: SetupName) => ofEach((times) => times[over] / times[under]);
  const isSaturating = load === saturating;
  return [
    fromSample(
      { part, name: 'no extension', unit: 'ms' },
      ofEach((times) => times['no extension']),
    ),
    fromSample(
      { part, name: 'DevTools closed / no extension', unit: '×', atMost: 1 },
      ratio('DevTools closed', 'no extension'),
    ),
    fromSample(
      { part, name: 'DevTools closed / idle extension with the same permissions', unit: '×', atMost: 1 },
      ratio('DevTools closed', 'idle extension'),
    ),
    fromSample(
      { part, name: 'panel recording / DevTools without the extension', unit: '×', atMost: isSaturating ? 1.4 : 1.05 },
      ratio('recording', 'DevTools without the extension'),
    ),
    fromSample(
      { part, name: 'panel recording / bare observer', unit: '×', ...(isSaturating ? { atMost: 1.1 } : {}) },
      ratio('recording', 'bare observer'),
    ),
    fromSample(
      { part, name: 'panel recording / bare observer of webRequest only', unit: '×' },
      ratio('recording', 'bare observer of webRequest only'),
    ),
    fromSample(
      { part, name: 'bare observer / DevTools without the extension', unit: '×' },
      ratio('bare observer', 'DevTools without the extension'),
    ),
    fromSample(
      { part, name: 'bare observer of webRequest only / DevTools without the extension', unit: '×' },
      ratio('bare observer of webRequest only', 'DevTools without the extension'),
    ),
    fromSample(
      { part, name: 'bare observer of everything / DevTools without the extension', unit: '×' },
      ratio('bare observer of everything', 'DevTools without the extension'),
    ),
  ];
}

/** Each browser once, another one first in each round. */
async function oneRound(browsers: ReadonlyMap<SetupName, BenchBrowser>, load: string, round: number): Promise<Times> {
  const names = [...browsers.keys()];
  const start = (round + names.length) % names.length;
  const times: Partial<Record<SetupName, number>> = {};
  for (const name of [...names.slice(start), ...names.slice(0, start)]) {
    const browser = browsers.get(name);
    await browser?.reload();
    await quietMachine();
    times[name] = (await browser?.inPage<number>(load)) ?? Number.NaN;
  }
  return times as Times;
}

/** Makes the requests of a load, and says how many milliseconds they took. */
export function loadExpression(
  api: string,
  { inFlight, delay }: Pick<Load, 'inFlight' | 'delay'>,
  count = requests,
): string {
  return `(async () => {
    let next = 0;
    const one = async () => {
      while (next < ${count}) {
        const number = next++;
        const headers = number % 2 === 0 ? {} : { 'x-load': '1' };
        const response = await fetch('${api}?n=' + number + '&delay=${delay}', { headers });
        await response.text();
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: ${inFlight} }, one));
    return performance.now() - start;
  })()`;
}
