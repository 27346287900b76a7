import { Random } from './random.ts';

/** Whether something is to be wrong at the place that asks. */
export type Fault = () => boolean;

/**
 * How much is wrong with a case. Real servers mostly have one thing wrong at a time; several at once show in which order
 * an engine looks. Of a hundred cases 45 are right, 40 have exactly one fault, wherever it may be, 10 have a fault at one
 * place in seven, and 5 at one place in three.
 */
const depths = [
  { share: 0.45, rate: 0 },
  { share: 0.4, rate: 'one' },
  { share: 0.1, rate: 0.15 },
  { share: 0.05, rate: 0.35 },
] as const;

/**
 * Makes one case with faults of a depth drawn from `depths`.
 *
 * @param seed of this case alone: the others stay as they are when one changes
 * @param make asks once per place whether to put a fault there
 */
export function withFaults<T>(seed: number, make: (random: Random, fault: Fault) => T): T {
  const random = new Random(seed);
  const { rate } = drawDepth(random);
  if (rate !== 'one') return make(random, () => random.chance(rate));
  let places = 0;
  const start = random.below(2 ** 31);
  make(new Random(start), () => {
    places += 1;
    return false;
  });
  // Up to the fault, the second run makes the same choices as the first.
  const place = random.below(Math.max(1, places));
  let asked = 0;
  return make(new Random(start), () => asked++ === place);
}

function drawDepth(random: Random): (typeof depths)[number] {
  let left = random.next();
  for (const depth of depths) {
    left -= depth.share;
    if (left < 0) return depth;
  }
  return depths[0];
}
