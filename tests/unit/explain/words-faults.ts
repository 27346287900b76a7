import type { VerdictWords } from '../../../src/explain/words.ts';
import { proseFaults } from './prose.ts';

/** What is wrong with the words of a verdict; empty where nothing is. */
export function faultsOf(words: VerdictWords): string[] {
  return [
    ...proseFaults(words.short, 'label'),
    ...proseFaults(words.headline, 'heading'),
    ...[...words.story, ...words.alsoWrong, ...words.assumed].flatMap((sentence) => proseFaults(sentence, 'sentences')),
    ...(words.contradiction ? proseFaults(words.contradiction, 'sentences') : []),
  ];
}
