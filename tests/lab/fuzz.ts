/**
 * Random cases through the real extension in a real browser, against the browser's own verdict:
 * `npm run fuzz -- --seed N --cases N [--browser firefox] [--port N]`, or `npm run fuzz -- FILE…` for cases that it printed before.
 * Prints mismatches as minimal cases; exits 1 on any.
 */
import { parseArgs } from 'node:util';
import type { TruthCase } from '../truth/truth-case.ts';
import { labOrigins, labOriginsAt, startCaseServer } from './case-server.ts';
import { casesOf } from './cases-of-files.ts';
import { generateCases } from './generate.ts';
import { type Comparison, comparePanel } from './panel-against-browser.ts';
import { launchForLab } from './record-driven.ts';
import { shrink } from './shrink.ts';

const batchSize = 50;

/** Milliseconds. A line that is missing stays missing; a case is shrunk by many runs. */
const shrinkPatience = 1_000;

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '200' },
    browser: { type: 'string', default: 'chromium' },
    port: { type: 'string' },
  },
});
const count = Number(values.cases);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(Number(values.seed)))
  fail('--seed and --cases take whole numbers.');
if (values.browser !== 'chromium' && values.browser !== 'firefox') fail('--browser takes chromium or firefox.');

const origins = values.port === undefined ? labOrigins : labOriginsAt(Number(values.port));
const server = await startCaseServer(origins);
const browser = await launchForLab(values.browser);
const page = await browser.openPage('about:blank');
const panel = await browser.openPanel(page);
await panel.resize(1200, 1200);
await page.goto(server.pageUrl);

const cases = files.length > 0 ? await casesOf(files, origins) : generateCases(Number(values.seed), count, origins);
const comparisons: Comparison[] = [];
for (let start = 0; start < cases.length; start += batchSize) {
  comparisons.push(...(await comparePanel(browser, page, panel, server, cases.slice(start, start + batchSize))));
  if (process.stdout.isTTY) process.stdout.write(`\r${comparisons.length} of ${cases.length}`);
}

const mismatched = comparisons.filter(({ mismatches }) => mismatches.length > 0);
for (const { truthCase, mismatches } of mismatched) {
  for (const { kind, browser: said, panel: shown } of mismatches) {
    console.log(`\n${truthCase.id} ${kind}: ${browser.name} says ${said}, the panel says ${shown}`);
  }
  console.log(JSON.stringify(await shrink(truthCase, stillFails)));
}
report();
await browser.close();
await server.close();
process.exitCode = mismatched.length > 0 ? 1 : 0;

async function stillFails(candidate: TruthCase): Promise<boolean> {
  const [comparison] = await comparePanel(browser, page, panel, server, [candidate], shrinkPatience);
  return (comparison?.mismatches.length ?? 0) > 0;
}

function report(): void {
  const total = (of: (one: Comparison) => number) => comparisons.reduce((sum, one) => sum + of(one), 0);
  const compared = total((one) => one.compared);
  const wrong = (kind: string) => total(({ mismatches }) => mismatches.filter((one) => one.kind === kind).length);
  const share = (part: number) => `${part} of ${compared} (${((100 * part) / compared).toFixed(2)} %)`;
  const origin = files.length > 0 ? files.join(', ') : `seed ${values.seed}`;
  console.log(`\n${browser.name}, ${origin}, ${cases.length} cases: ${compared} requests that leave their origin.`);
  console.log(`Same outcome: ${share(compared - wrong('outcome'))}`);
  console.log(`Same reason: ${share(compared - wrong('outcome') - wrong('reason'))}`);
  console.log(`Of these, two reasons shown, one of them the browser's: ${share(total((one) => one.either))}`);
  console.log(`Of these, both outcomes shown, because nothing tells: ${share(total((one) => one.open))}`);
  const hidden = total((one) => one.hidden);
  if (hidden > 0)
    console.log(`Left out, because ${browser.name} hides an empty header line that it decided by: ${hidden}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
