import type { Reason } from '../../cors/reason.ts';
import { code } from '../quote.ts';
import { reasonWords } from '../reason-words.ts';
import { type RichText, rich } from '../rich-text.ts';
import { redirectTarget, requestWord, type Situation, situationOf, withoutPassword } from '../situation.ts';
import type { Story } from './story.ts';

/** A request made without CORS, or a redirect that the page's code asked not to follow: sent, and not readable. */
export function opaqueStory(situation: Situation): Story {
  const { hop, response, verdict } = situation;
  if (verdict.mode !== 'no-cors') return manualRedirectStory(hop && response ? redirectTarget(hop, response) : null);
  return {
    headline: rich`Not readable: the request was made without CORS`,
    story: opaqueSentences(situation.exchange.type, requestWord(situation)),
  };
}

function manualRedirectStory(target: string | null): Story {
  const where = target === null ? '' : rich` to ${code(withoutPassword(target))}`;
  return {
    headline: rich`Not readable: your code asked not to follow redirects`,
    story: [
      rich`The server redirected the request${where}, and with ${code("redirect: 'manual'")} your code learns only that: status 0, no headers, no body.`,
      rich`To read the answer, call the final URL, or let the fetch follow redirects.`,
    ],
  };
}

function opaqueSentences(type: string, request: string): RichText[] {
  switch (type) {
    case 'image':
    case 'imageset':
    case 'media':
      return [
        rich`The page can show it, but code cannot read it, and a canvas that draws it becomes unreadable too.`,
        rich`To read it, set the ${code('crossorigin')} attribute, and let the server allow your page's origin.`,
      ];
    case 'script':
      return [
        rich`The script runs, but the page sees only "Script error." where it throws.`,
        rich`To see its errors, set the ${code('crossorigin')} attribute, and let the server allow your page's origin.`,
      ];
    case 'stylesheet':
      return [
        rich`The style sheet is used, but code cannot read its rules.`,
        rich`To read them, set the ${code('crossorigin')} attribute, and let the server allow your page's origin.`,
      ];
    case 'ping':
    case 'beacon':
      return [rich`The browser sent it and waits for nothing: a beacon has no answer that code could read.`];
    default:
      return [
        rich`The server received the ${request}, but your code gets an opaque answer: status 0, no headers, no body.`,
        rich`To read it, leave the mode at ${code('cors')}, and let the server allow your page's origin.`,
      ];
  }
}

export function pendingStory({ hop, verdict, server }: Situation): Story {
  const waitsForPreflight =
    verdict.preflight === 'unanswered' || (hop?.preflight != null && hop.preflight.response === null);
  return {
    headline: waitsForPreflight
      ? rich`Pending: ${code(server)} has not answered the preflight yet`
      : rich`Pending: the answer of ${code(server)} is not complete yet`,
    story: [],
  };
}

export function unknownStory(situation: Situation): Story {
  const { exchange, verdict } = situation;
  if (verdict.otherReason !== null) return twofoldStory(situation, verdict.otherReason);
  const story =
    exchange.ending.kind === 'lost'
      ? rich`The recording stopped before the request ended, or the page went away. Reload the page to see it again.`
      : rich`The browser told too little to decide it. Reload the page with this panel open.`;
  return {
    headline: rich`Unknown: what was seen does not tell how this request ended`,
    story: [story],
  };
}

/** Readable or blocked, by what the browser does not tell. */
function twofoldStory({ exchange, verdict }: Situation, reason: Reason): Story {
  const words = reasonWords[reason](situationOf(exchange, { ...verdict, reason }));
  const openQuestion =
    verdict.credentialed === null ? rich`whether the request carried credentials` : rich`the request's mode`;
  return {
    headline: rich`Unknown: either your code can read the answer, or ${words.fault}`,
    story: [rich`It depends on ${openQuestion}, and the browser does not tell.`, ...words.said],
  };
}
