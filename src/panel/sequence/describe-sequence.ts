import { visible } from '../../explain/visible.ts';
import type { Sequence, Step } from './step.ts';

/** The sequence in words, for those who cannot see the picture: one sentence per step. */
export function describeSequence({ parties, steps }: Sequence): string {
  return steps.map((step) => `${describeStep(step, parties)}.`).join(' ');
}

function describeStep(step: Step, parties: readonly string[]): string {
  const name = (index: number) => (index === 0 ? 'the page' : visible(parties[index] ?? ''));
  const text = visible(step.text).replace(/\s+/g, ' ');
  switch (step.name) {
    case 'preflight':
    case 'request':
      return `From ${name(step.from)} to ${name(step.to)}: ${text}`;
    case 'preflight-answer':
    case 'answer':
    case 'redirect':
      return `${name(step.from)} answers: ${text}`;
    case 'cached-preflight':
    case 'fault':
    case 'waiting':
      return sentenceCase(text);
  }
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
