import { median, noiseOfMedian } from './statistics.ts';

/** One measured value, as the table and the JSON show it. */
export interface Figure {
  readonly part: string;
  /** What was measured, as a phrase. Stays the same from run to run. */
  readonly name: string;
  readonly value: number;
  /** Half of the interval in which the value lies at 95 %; null where it is exact, or from one sample. */
  readonly noise: number | null;
  /** `×` for a ratio. */
  readonly unit: '×' | '%' | 'ms' | 'µs' | 'per second' | 'kB' | 'bytes';
  /** What it should not exceed; null where none is set. */
  readonly atMost: number | null;
}

interface Description {
  readonly part: string;
  readonly name: string;
  readonly unit: Figure['unit'];
  readonly atMost?: number;
}

/** So few values do not tell how far their median may be off. */
const fewest = 5;

/** A figure from repeated measurements. */
export function fromSample({ part, name, unit, atMost = Number.NaN }: Description, sample: readonly number[]): Figure {
  const limit = Number.isNaN(atMost) ? null : atMost;
  return {
    part,
    name,
    value: median(sample),
    noise: sample.length < fewest ? null : noiseOfMedian(sample),
    unit,
    atMost: limit,
  };
}

/** A figure that is counted, not sampled. */
export function exact({ part, name, unit, atMost = Number.NaN }: Description, value: number): Figure {
  return { part, name, value, noise: null, unit, atMost: Number.isNaN(atMost) ? null : atMost };
}

/** The figures as a Markdown table, a part below the other. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ part, name, value, noise, unit, atMost }) => [
    part,
    name,
    `${shown(value)}${noise === null ? '' : ` ± ${shown(noise)}`} ${unit}`,
    atMost === null ? '' : `at most ${shown(atMost)}: ${verdictOn(value, noise, atMost)}`,
  ]);
  return [['Part', 'What', 'Measured', 'Target'], ['---', '---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function verdictOn(value: number, noise: number | null, atMost: number): string {
  if (value <= atMost) return 'met';
  return noise !== null && value - noise <= atMost ? 'met within the noise' : 'missed';
}

function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
