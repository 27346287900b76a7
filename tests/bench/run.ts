import { mkdirSync, writeFileSync } from 'node:fs';
import { type BenchRun, writeDocument } from './document.ts';
import { type Figure, figureTable } from './figure.ts';
import { benchJudging } from './judging.ts';
import { benchPageLoad } from './page-load.ts';
import { benchPanelFrames } from './panel-frames.ts';
import { benchPanel } from './panel-in-use.ts';
import { benchSize } from './size.ts';

const usage = `Usage: npm run bench -- [--only PART,PART] [--launches N] [--write]
Measures the extension's build of \`npm run build:test:chrome\`, prints a table and writes artifacts/bench/DATE.json.
  --only      some of the parts: judge, page, panel, frames, size
  --launches  so often the browsers of the page's loads are launched; fewer are quicker and noisier
  --write     writes the table into docs/benchmarks.md; not with --only or --launches`;

interface Measured {
  readonly figures: readonly Figure[];
  readonly browser?: string;
}

const parts: Readonly<Record<string, (launches: number | null) => Promise<Measured>>> = {
  judge: async () => ({ figures: benchJudging() }),
  page: (launches) => benchPageLoad(launches),
  panel: benchPanel,
  frames: benchPanelFrames,
  size: async () => ({ figures: benchSize() }),
};

async function main(options: readonly string[]): Promise<number> {
  const at = options.indexOf('--only');
  const only = at < 0 ? Object.keys(parts) : (options[at + 1] ?? '').split(',');
  const launches = options.includes('--launches') ? Number(options[options.indexOf('--launches') + 1]) : null;
  const isCount = launches === null || (Number.isInteger(launches) && launches > 0);
  if (options.includes('--help') || !isCount || only.some((name) => !Object.hasOwn(parts, name))) {
    console.log(usage);
    return options.includes('--help') ? 0 : 2;
  }
  const figures: Figure[] = [];
  let browser = '';
  for (const name of only) {
    const measured = await parts[name]?.(launches);
    figures.push(...(measured?.figures ?? []));
    browser = measured?.browser ?? browser;
  }
  const run: BenchRun = { date: new Date().toISOString(), browser, node: process.version, figures };
  console.log(figureTable(figures));
  mkdirSync('artifacts/bench', { recursive: true });
  writeFileSync(`artifacts/bench/${run.date.replaceAll(':', '-')}.json`, `${JSON.stringify(run, null, 2)}\n`);
  if (at < 0 && launches === null && options.includes('--write')) writeDocument(run);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
