import { engineNames } from '../../src/cors/engine-name.ts';
import { type Agreement, agreement, aspects } from '../../tests/truth/agreement.ts';
import type { TruthFile } from '../../tests/truth/truth-case.ts';
import { truthFiles } from '../../tests/truth/truth-files.ts';
import { markdownTable } from './markdown-table.ts';

interface Measured {
  readonly file: TruthFile;
  readonly measured: Agreement;
}

function measureAll(): Measured[] {
  return truthFiles().map((file) => ({ file, measured: agreement(file) }));
}

/** How well the verdicts agree with what the browsers did, by engine. */
export function agreementPage(): string {
  const all = measureAll();
  return `# How well the verdicts agree

Written by \`npm run docs\` from the recorded cases in \`tests/truth/data/\`; do not edit. Each case is a request, what a server
answered, and what the real browsers did with it. A verdict is compared with each browser in four ways; each cell says how many
agree, of how many.

${markdownTable(
  ['Browser', ...aspects],
  engineNames.map((engine) => [versions(all, engine), ...aspects.map((aspect) => agreed(all, engine, aspect))]),
)}

${leftOut(all)}
`;
}

function versions(all: readonly Measured[], engine: (typeof engineNames)[number]): string {
  const known = all.flatMap(({ file }) => file.engines?.[engine]?.version ?? []);
  return [...new Set(known)].join(', ');
}

function agreed(
  all: readonly Measured[],
  engine: (typeof engineNames)[number],
  aspect: (typeof aspects)[number],
): string {
  const tallies = all.map(({ measured }) => measured.tallies[engine][aspect]);
  const sum = (of: 'agreed' | 'compared') => tallies.reduce((total, tally) => total + tally[of], 0);
  return `${sum('agreed')} of ${sum('compared')}`;
}

function leftOut(all: readonly Measured[]): string {
  const unstable = all.flatMap(({ measured }) => measured.leftOut.filter(({ why }) => why !== 'not recorded'));
  if (unstable.length === 0) return 'No case was left out.';
  const rows = unstable.map(({ truthCase, engine, why }) => [truthCase.id, engine, why, truthCase.description]);
  return `Left out:\n\n${markdownTable(['Case', 'Browser', 'Why', 'What it is'], rows)}`;
}
