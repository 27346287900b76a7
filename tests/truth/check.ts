import { readFileSync } from 'node:fs';
import { engineNames } from '../../src/cors/engine-name.ts';
import { type Agreement, agreement, aspects, type LeftOut, type Mismatch, type Tally } from './agreement.ts';
import type { TruthFile } from './truth-case.ts';

const usage = 'Usage: npm run truth:check -- FILE...\nCompares the engine with recorded verdicts of real browsers.';

/** Reads a truth file; throws an error whose message tells a person what is wrong with it. */
function readTruth(path: string): TruthFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${path}: cannot be read`);
  }
  let file: Partial<TruthFile> | null;
  try {
    file = JSON.parse(text) as Partial<TruthFile> | null;
  } catch {
    throw new Error(`${path}: is not JSON`);
  }
  if (
    file === null ||
    !Array.isArray(file.cases) ||
    typeof file.truth !== 'object' ||
    typeof file.origins !== 'object'
  ) {
    throw new Error(`${path}: is not a truth file (it needs "cases", "truth" and "origins")`);
  }
  return file as TruthFile;
}

function percentage({ agreed, compared }: Tally): string {
  if (compared === 0) return 'none compared';
  // Never rounded up to 100.
  return `${agreed} of ${compared} (${(Math.floor((agreed / compared) * 10_000) / 100).toFixed(2)} %)`;
}

function describeMismatch({ truthCase, engine, aspect, recorded, ours }: Mismatch): string {
  return `  ${truthCase.id} ${engine} ${aspect}: recorded ${recorded}, ours ${ours} [${truthCase.description}]`;
}

function describeLeftOut({ truthCase, engine, why }: LeftOut): string {
  return `  ${truthCase.id} ${engine}: ${why} [${truthCase.description}]`;
}

function report(path: string, file: TruthFile, { tallies, mismatches, leftOut }: Agreement): void {
  console.log(`${path}: ${file.cases.length} cases`);
  for (const engine of engineNames) {
    console.log(
      `  ${engine}: ${aspects.map((aspect) => `${aspect} ${percentage(tallies[engine][aspect])}`).join('; ')}`,
    );
  }
  if (leftOut.length > 0) console.log(['Left out:', ...leftOut.map(describeLeftOut)].join('\n'));
  if (mismatches.length > 0) console.log(['Mismatches:', ...mismatches.map(describeMismatch)].join('\n'));
}

function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error(usage);
    return 2;
  }
  let failed = false;
  for (const path of paths) {
    try {
      const file = readTruth(path);
      const result = agreement(file);
      report(path, file, result);
      failed ||= result.mismatches.length > 0;
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      failed = true;
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
