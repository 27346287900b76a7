import { type EngineName, engineNames } from '../../src/cors/engine-name.ts';
import { type Agreement, type Aspect, agreement, aspects } from '../../tests/truth/agreement.ts';
import type { TruthFile } from '../../tests/truth/truth-case.ts';
import { truthFiles } from '../../tests/truth/truth-files.ts';
import { markdownTable } from './markdown-table.ts';

interface Measured {
  readonly file: TruthFile;
  readonly measured: Agreement;
}

const all: readonly Measured[] = truthFiles().map((file) => ({ file, measured: agreement(file) }));

/** How well the verdicts agree with what the browsers did, by engine. */
export function agreementPage(): string {
  return `# How well the verdicts agree

Written by \`npm run docs\` from the recorded cases in \`tests/truth/data/\`; do not edit. Each case is a request, what a server
answered, and what the real browsers did with it. A verdict is compared with each browser in four ways; each cell says how many
agree, of how many.

${markdownTable(
  ['Browser', ...aspects],
  engineNames.map((engine) => [versions(engine).join(', '), ...aspects.map((aspect) => agreed(engine, aspect))]),
)}

${leftOut()}
`;
}

/** The figures in one sentence, with the versions that people know. */
export function agreementSentence(): string {
  const figures = engineNames.map((engine) => {
    const known = new Set(versions(engine).map(shortVersion));
    return { cases: agreed(engine, 'reason'), browser: [...known].join(' and ') };
  });
  const counted = figures.map(({ cases, browser }, index) =>
    index === 0 ? `${cases} recorded cases of ${browser}` : `${cases} of ${browser}`,
  );
  return `It gives the browser's own reason, or none where there is none, in ${counted.slice(0, -1).join(', ')}, and ${counted.at(-1)}.`;
}

/** `Chromium 156` of `Chromium 156.0.8078.79`, and `WebKitGTK 2.50` of `WebKitGTK 2.50.6`. */
function shortVersion(version: string): string {
  return /^WebKitGTK \d+\.\d+|^\w+ \d+/.exec(version)?.[0] ?? version;
}

function versions(engine: EngineName): string[] {
  const known = all.flatMap(({ file }) => file.engines?.[engine]?.version ?? []);
  return [...new Set(known.map((version) => version.replace('Chrome/', 'Chromium ')))];
}

function agreed(engine: EngineName, aspect: Aspect): string {
  const tallies = all.map(({ measured }) => measured.tallies[engine][aspect]);
  const sum = (of: 'agreed' | 'compared') => tallies.reduce((total, tally) => total + tally[of], 0);
  return `${sum('agreed')} of ${sum('compared')}`;
}

function leftOut(): string {
  const unstable = all.flatMap(({ measured }) => measured.leftOut.filter(({ why }) => why !== 'not recorded'));
  if (unstable.length === 0) return 'No case was left out.';
  const rows = unstable.map(({ truthCase, engine, why }) => [truthCase.id, engine, why, truthCase.description]);
  return `Left out:\n\n${markdownTable(['Case', 'Browser', 'Why', 'What it is'], rows)}`;
}
