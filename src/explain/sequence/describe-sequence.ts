import { visible } from '../visible.ts';
import type { Sequence, Step } from './step.ts';

/**
 * The sequence in words, for those who cannot see the picture: one sentence per step.
 *
 * @param first what to call the first party, whose label is only its origin
 */
export function describeSequence({ parties, steps }: Sequence, first = 'the page'): string {
  const names = [first, ...parties.slice(1)];
  return steps.map((step) => `${describeStep(step, names)}.`).join(' ');
}

function describeStep(step: Step, names: readonly string[]): string {
  const from = visible(names[step.from] ?? '');
  const to = visible(names[step.to] ?? '');
  const text = visible(step.text).replace(/\s+/g, ' ');
  switch (step.name) {
    case 'preflight':
    case 'request':
      return `From ${from} to ${to}: ${text}`;
    case 'preflight-answer':
    case 'answer':
    case 'redirect':
      return `${from} answers: ${text}`;
    case 'cached-preflight':
    case 'fault':
    case 'outcome':
    case 'waiting':
      return sentenceCase(text);
  }
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
