import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { engineNames } from '../../src/cors/engine-name.ts';
import { agreement, aspects } from './agreement.ts';
import type { TruthFile } from './truth-case.ts';

/** With how many comparisons each aspect has at least. */
const files = [
  { name: 'systematic.json', atLeast: 300 },
  { name: 'random-1.json', atLeast: 300 },
  { name: 'workers-and-locations.json', atLeast: 4 },
  { name: 'redirects-when-sync.json', atLeast: 14 },
];

function readTruth(name: string): TruthFile {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`data/${name}`, import.meta.url)), 'utf8')) as TruthFile;
}

describe.each(files)('$name, as real browsers decided it', ({ name, atLeast }) => {
  const file = readTruth(name);
  const { tallies, mismatches, leftOut } = agreement(file);

  test.each(engineNames)('%s agrees in every aspect of every case', (engine) => {
    for (const aspect of aspects) expect(tallies[engine][aspect].compared).toBeGreaterThanOrEqual(atLeast);
    const mine = mismatches.filter((mismatch) => mismatch.engine === engine);
    expect(
      mine.map(({ truthCase, aspect, recorded, ours }) => `${truthCase.id} ${aspect}: ${recorded}, ours ${ours}`),
    ).toEqual([]);
  });

  test('hardly a case is left out', () => {
    expect(leftOut.length / (file.cases.length * engineNames.length)).toBeLessThan(0.02);
  });
});

/** Addresses without http, broken redirects, redirected beacons, kept wildcards: what further random cases taught. */
describe('odd-ends.json, recorded with the lab', () => {
  const { tallies, mismatches } = agreement(readTruth('odd-ends.json'));

  test.each(engineNames)('%s agrees in every aspect of every case', (engine) => {
    expect(tallies[engine].outcome.compared).toBeGreaterThan(100);
    expect(mismatches.filter((mismatch) => mismatch.engine === engine)).toEqual([]);
  });
});

/** What random cases taught: request headers on the edge of asking for a preflight, and what redirects take away. */
describe('fresh.json, recorded with the lab', () => {
  const { tallies, mismatches } = agreement(readTruth('fresh.json'));

  test.each(['chromium', 'firefox'] as const)('%s agrees in every aspect of every case', (engine) => {
    expect(tallies[engine].preflight.compared).toBeGreaterThan(100);
    expect(mismatches.filter((mismatch) => mismatch.engine === engine)).toEqual([]);
  });
});
