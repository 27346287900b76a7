import type { NotCorsCause } from '../../judge/not-cors-cause.ts';
import { consequence } from '../consequence.ts';
import { notCorsClause } from '../explain-not-cors.ts';
import { reasonWords } from '../reason-words.ts';
import { type RichText, rich } from '../rich-text.ts';
import { asOther, type Situation } from '../situation.ts';
import type { Story } from './story.ts';

/** A refused request: the fault, what the server said and the page needed, and how far the request came. */
export function blockedStory(situation: Situation): Story {
  const { verdict } = situation;
  const { reason, otherReason, notCors, contradiction } = verdict;
  const outcome = consequence(situation);
  if (contradiction !== null) {
    return {
      headline: rich`Blocked, although its headers allow it`,
      story: told([notReadable]),
    };
  }
  if (reason === null) {
    return { headline: rich`Blocked: the browser named no reason`, story: told([outcome]) };
  }
  if (notCors !== null) return symptomStory(situation, notCors, outcome);
  const words = reasonWords[reason](situation);
  if (otherReason === null) {
    return { headline: rich`Blocked: ${words.fault}`, story: told([...words.said, outcome]) };
  }
  const other = reasonWords[otherReason](asOther(situation, otherReason));
  return {
    headline: rich`Blocked: ${words.fault}, or ${other.fault}`,
    story: told([
      rich`Which of the two it is depends on whether the request carried credentials, and the browser does not tell.`,
      ...words.said,
      outcome,
    ]),
  };
}

/** More is not known where the headers do not tell what happened. */
const notReadable = rich`Your code cannot read the answer, and the headers that were seen do not tell why.`;

/** Where something else failed first, the missing header is only what the browser saw of it. */
function symptomStory({ exchange }: Situation, cause: NotCorsCause, outcome: RichText): Story {
  const clause = notCorsClause(cause, exchange);
  return { headline: rich`Blocked: ${clause.fault}`, story: told([...clause.story, outcome]) };
}

const told = (sentences: readonly RichText[]): RichText[] => sentences.filter((sentence) => sentence.length > 0);
