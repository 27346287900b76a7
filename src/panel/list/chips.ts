import type { Outcome } from '../../judge/verdict.ts';
import type { Judged } from '../verdict/judged.ts';

export const chipNames = ['blocked', 'allowed', 'preflighted', 'warnings', 'opaque', 'not-cors'] as const;
export type ChipName = (typeof chipNames)[number];

export const chipLabels: Readonly<Record<ChipName, string>> = {
  blocked: 'Blocked',
  allowed: 'Allowed',
  preflighted: 'Preflighted',
  warnings: 'Warnings',
  opaque: 'Not readable',
  'not-cors': 'Not CORS',
};

/** Outcomes that have a chip of their own, under the same name. */
const outcomeChips: ReadonlySet<string> = new Set<Outcome & ChipName>(['blocked', 'allowed', 'opaque', 'not-cors']);

/** Whether one chip counts the exchange. */
function chipCounts(chip: ChipName, { verdict }: Judged): boolean {
  switch (chip) {
    case 'preflighted':
      return verdict.preflight !== 'none';
    case 'warnings':
      return verdict.warnings.length > 0;
    case 'blocked':
    case 'allowed':
    case 'opaque':
    case 'not-cors':
      return verdict.outcome === chip;
  }
}

/** Whether the pressed chips let an exchange through: any of the pressed outcomes, and each of the pressed properties. */
export function passesChips(pressed: ReadonlySet<ChipName>, judged: Judged): boolean {
  if (pressed.size === 0) return true;
  const outcomes = [...pressed].filter((chip) => outcomeChips.has(chip));
  const properties = [...pressed].filter((chip) => !outcomeChips.has(chip));
  return (
    (outcomes.length === 0 || outcomes.some((chip) => chipCounts(chip, judged))) &&
    properties.every((chip) => chipCounts(chip, judged))
  );
}

/** How many exchanges each chip counts. */
export function countChips(all: readonly Judged[]): Record<ChipName, number> {
  const counts: Record<ChipName, number> = {
    blocked: 0,
    allowed: 0,
    preflighted: 0,
    warnings: 0,
    opaque: 0,
    'not-cors': 0,
  };
  for (const judged of all) {
    for (const chip of chipNames) if (chipCounts(chip, judged)) counts[chip]++;
  }
  return counts;
}
