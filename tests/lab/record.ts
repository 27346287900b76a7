/**
 * Records truth from the browsers installed: `npm run truth:record -- [--seed N --cases N] [FILE… [--mutate]] [--engine NAME] [--port N] --out FILE`.
 * Given files of truth, their cases are recorded anew, or with `--mutate` as many neighbours of them; else generated ones.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type EngineName, engineNames } from '../../src/cors/engine-name.ts';
import type { TruthCase, TruthVerdict } from '../truth/truth-case.ts';
import { type CaseServer, labOrigins, labOriginsAt, startCaseServer } from './case-server.ts';
import { casesOf } from './cases-of-files.ts';
import { generateCases } from './generate.ts';
import { findMiniBrowser } from './mini-browser.ts';
import { mutateCases } from './mutate.ts';
import { launchForLab, recordDriven } from './record-driven.ts';
import { recordWebkit } from './record-webkit.ts';

type Recording = { version: string; verdicts: Map<string, TruthVerdict> };

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '200' },
    engine: { type: 'string', multiple: true },
    mutate: { type: 'boolean', default: false },
    port: { type: 'string' },
    out: { type: 'string', default: 'artifacts/truth.json' },
  },
});

const origins = values.port === undefined ? labOrigins : labOriginsAt(Number(values.port));
const cases = await casesToRecord(Number(values.seed), Number(values.cases));
const wanted = engineNames.filter((name) => values.engine?.includes(name) ?? true);
const server = await startCaseServer(origins);
for (const truthCase of cases) server.add(truthCase);

const recordings = new Map<EngineName, Recording>();
for (const engine of wanted) {
  const recording = await record(engine, cases, server);
  if (recording) recordings.set(engine, recording);
}
await server.close();
await writeFile(values.out, truthText());
console.log(`${cases.length} cases, ${[...recordings.keys()].join(', ')}: ${values.out}`);

async function casesToRecord(seed: number, count: number): Promise<readonly TruthCase[]> {
  if (files.length === 0) return generateCases(seed, count, origins);
  const known = await casesOf(files, origins);
  return values.mutate ? mutateCases(seed, count, known, origins) : known;
}

async function record(engine: EngineName, all: readonly TruthCase[], from: CaseServer): Promise<Recording | null> {
  const progress = (done: number) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${engine}: ${done} of ${all.length}`);
    else if (done % 500 === 0) console.log(`${engine}: ${done} of ${all.length}`);
  };
  if (engine === 'webkit') {
    const program = findMiniBrowser();
    if (program !== undefined) return recordWebkit(program, all, from, progress);
    console.error(
      'WebKit is left out: MiniBrowser is missing (Debian: apt-get install webkit2gtk-driver xvfb xdotool).',
    );
    return null;
  }
  const browser = await launchForLab(engine);
  try {
    return { version: browser.name, verdicts: await recordDriven(browser, all, from, progress) };
  } finally {
    await browser.close();
  }
}

/** One case and one truth per line, so that a comparison of two files reads well. */
function truthText(): string {
  const engines = Object.fromEntries([...recordings].map(([name, { version }]) => [name, { version }]));
  const head = {
    format: 'cors-oracle/1',
    date: new Date().toISOString().slice(0, 10),
    set: 'recorded',
    origins,
    engines,
    flaky: {},
  };
  const truths = cases.map(({ id }) => {
    const verdicts = [...recordings].map(([name, { verdicts: all }]) => [name, all.get(id)]);
    return `${JSON.stringify(id)}:${JSON.stringify(Object.fromEntries(verdicts))}`;
  });
  const lines = cases.map((truthCase) => JSON.stringify(truthCase));
  return `${JSON.stringify(head).slice(0, -1)},\n"cases":[\n${lines.join(',\n')}\n],\n"truth":{\n${truths.join(',\n')}\n}}\n`;
}
