import type { TruthCase, TruthOrigins } from '../truth/truth-case.ts';
import type { Random } from './random.ts';

/** One small change of a case; where it does not apply, none. */
export type Mutation = (random: Random, of: TruthCase, origins: TruthOrigins) => TruthCase;

/** Whether script makes the request and sees its answer. */
export const isScripted = ({ api }: TruthCase) => api === 'fetch' || api === 'xhr';

const byteChoices = [
  0x01, 0x08, 0x09, 0x0b, 0x0c, 0x1f, 0x20, 0x21, 0x22, 0x2c, 0x3b, 0x7e, 0x7f, 0x80, 0x85, 0xa0, 0xe9, 0xff,
] as const;

/** One byte put in, taken out or turned into another, at the start, at the end or anywhere. */
export function nudged(random: Random, value: string): string {
  const at = random.pick([0, value.length, random.below(value.length + 1)]);
  const byte = String.fromCharCode(random.chance(0.7) ? random.pick(byteChoices) : 1 + random.below(255));
  const safe = byte === '\r' || byte === '\n' ? ' ' : byte;
  return random.pick<() => string>([
    () => value.slice(0, at) + safe + value.slice(at),
    () => value.slice(0, at) + safe + value.slice(at + 1),
    () => value.slice(0, at) + value.slice(at + 1),
    () => value.toUpperCase(),
    () => value.toLowerCase(),
    () => ` ${value}\t`,
    () => `${value}, ${value}`,
  ])();
}

/** Long enough to lie at the border of what a safelisted header may be. */
export function padded(random: Random, value: string): string {
  const length = random.pick([127, 128, 129, 200]);
  return value + (random.chance(0.8) ? 'a' : '1').repeat(Math.max(0, length - value.length));
}
