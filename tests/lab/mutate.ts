import type { TruthCase, TruthOrigins } from '../truth/truth-case.ts';
import { answerMutations } from './mutate-answers.ts';
import { redirectMutations } from './mutate-redirects.ts';
import { requestMutations } from './mutate-request.ts';
import type { Mutation } from './mutation.ts';
import { Random } from './random.ts';

const mutations = [...requestMutations, ...answerMutations, ...redirectMutations] as unknown as [
  Mutation,
  ...Mutation[],
];

/** Neighbours of known cases: `count` of them, each a case of the list with one to three things changed. */
export function mutateCases(
  seed: number,
  count: number,
  known: readonly TruthCase[],
  origins: TruthOrigins,
): TruthCase[] {
  const random = new Random(seed);
  const parents = known.filter(({ server }) => !/"drop"|"raw"|"truncate"/.test(JSON.stringify(server)));
  return Array.from({ length: count }, (_, index) => {
    const id = `m${seed}-${String(index).padStart(5, '0')}`;
    const own = new Random(random.below(2 ** 31));
    let mutant = renamed(own.pick(parents as [TruthCase, ...TruthCase[]]), id);
    for (let left = own.pick([1, 1, 1, 2, 2, 3]); left > 0; left -= 1)
      mutant = own.pick(mutations)(own, mutant, origins);
    return mutant;
  });
}

/** The case under another id, which its addresses name too. */
function renamed(of: TruthCase, id: string): TruthCase {
  const text = JSON.stringify(of).replaceAll(`case=${of.id}`, `case=${id}`);
  return { ...(JSON.parse(text) as TruthCase), id, group: 'mutant', description: `${of.id} changed` };
}
