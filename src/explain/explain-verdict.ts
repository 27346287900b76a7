import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import { explainCheck } from './explain-check.ts';
import { explainNotCors } from './explain-not-cors.ts';
import { rich } from './rich-text.ts';
import { type Situation, situationOf } from './situation.ts';
import { allowedStory } from './verdict/allowed.ts';
import { assumptionSentence } from './verdict/assumption.ts';
import { blockedStory } from './verdict/blocked.ts';
import { browserMessages } from './verdict/browser-message.ts';
import { contradictionSentences } from './verdict/contradiction.ts';
import { opaqueStory, pendingStory, unknownStory } from './verdict/other-outcome.ts';
import type { Story } from './verdict/story.ts';
import type { VerdictWords } from './words.ts';

/** A verdict in words: what happened to the exchange, why, what else would go wrong, and how far it is certain. */
export function explainVerdict(exchange: Exchange, verdict: Verdict): VerdictWords {
  const situation = situationOf(exchange, verdict);
  return {
    ...storyOf(situation),
    alsoWrong: verdict.checks
      .filter(({ status }) => status === 'would-fail')
      .map((check) => rich`${explainCheck(check, exchange).text}.`),
    assumed: verdict.assumptions.map((assumption) => assumptionSentence(assumption, verdict)),
    contradiction: verdict.contradiction === null ? null : contradictionSentences(verdict.contradiction),
    browserMessage: browserMessages(situation),
  };
}

function storyOf(situation: Situation): Story {
  const { exchange, verdict } = situation;
  switch (verdict.outcome) {
    case 'allowed':
      return allowedStory(situation);
    case 'blocked':
      return blockedStory(situation);
    case 'opaque':
      return opaqueStory(situation);
    case 'not-cors':
      return explainNotCors(verdict.notCors ?? 'other-network-error', exchange);
    case 'pending':
      return pendingStory(situation);
    case 'unknown':
      return unknownStory(situation);
  }
}
