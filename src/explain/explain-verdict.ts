import type { Check } from '../cors/check.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import { explainCheck } from './explain-check.ts';
import { explainNotCors } from './explain-not-cors.ts';
import { rich } from './rich-text.ts';
import { verdictShort } from './short/verdict-short.ts';
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
    short: verdictShort(exchange, verdict),
    ...storyOf(situation),
    alsoWrong: verdict.checks
      .filter((check) => check.status === 'would-fail' && !isSameFault(check, situation.check))
      .map((check) => rich`${explainCheck(check, exchange).text}.`),
    assumed: verdict.assumptions.map((assumption) => assumptionSentence(assumption, verdict)),
    contradiction: verdict.contradiction === null ? null : contradictionSentences(verdict.contradiction),
    browserMessage: browserMessages(situation),
  };
}

/** What cannot be read also allows nothing, and a redirect is also no ok status: cured with the first fault. */
function isSameFault(check: Check, failed: Check | null): boolean {
  if (failed === null || check.hop !== failed.hop || check.stage !== failed.stage) return false;
  if (failed.name === 'preflight-redirect') return check.name === 'preflight-status';
  return failed.name.startsWith('preflight-parse-') && check.header === failed.header;
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
