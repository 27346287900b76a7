import { isFromArchive } from '../../exchange/har-source.ts';
import type { RequestMode } from '../../judge/verdict.ts';
import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { requestWord, type Situation } from '../situation.ts';
import type { Story } from './story.ts';

/** A request that passed: what the server allowed, and what asked for permission. */
export function allowedStory(situation: Situation): Story {
  const { verdict } = situation;
  if (verdict.contradiction !== null) return unexpectedStory(situation);
  const outsideCors = modesWithoutCors[verdict.mode];
  if (outsideCors !== null) return outsideCors;
  const permission = verdict.checks.findLast(({ name }) => name === 'allow-origin');
  if (permission === undefined) {
    return {
      headline: rich`Allowed: no permission was needed`,
      story: [rich`The request stayed on the page's own origin, so CORS did not apply.`],
    };
  }
  const who = permission.value === '*' ? rich`every origin` : origin(permission.value ?? situation.origin);
  return {
    headline: rich`Allowed: the server lets ${who} read the answer`,
    story: [...preflightSentence(situation), ...answerSentence(situation)],
  };
}

/** The browser let it through although its headers say otherwise. */
function unexpectedStory(situation: Situation): Story {
  return {
    headline: rich`Allowed, although its headers do not allow it`,
    story: answerSentence(situation),
  };
}

function origin(value: string): RichText {
  if (value === '') return rich`your page`;
  return value === 'null' ? rich`the origin ${code(value)}` : [code(value)];
}

const modesWithoutCors: Readonly<Record<RequestMode, Story | null>> = {
  cors: null,
  'same-origin': null,
  'no-cors': {
    headline: rich`Allowed: the request was made without CORS`,
    story: [rich`The page may use the answer, but code cannot read it.`],
  },
  navigate: {
    headline: rich`Allowed: a navigation needs no permission`,
    story: [rich`The browser opened a page. CORS applies to what a page requests, not to opening one.`],
  },
  websocket: {
    headline: rich`Allowed: CORS does not apply to WebSockets`,
    story: [rich`The server has to check the ${code('Origin')} of a WebSocket itself: the browser does not.`],
  },
};

function preflightSentence(situation: Situation): RichText[] {
  const request = requestWord(situation);
  switch (situation.verdict.preflight) {
    case 'none':
    case 'unanswered':
      return [];
    case 'sent':
      return [rich`The browser asked first with a preflight, and ${whoAllowed(situation)} allowed the ${request}.`];
    case 'cached':
      return isFromArchive(situation.exchange)
        ? [
            rich`The ${request} needs a preflight, and the file has none. The browser used the answer of an earlier one, or the program that wrote the file leaves preflights out.`,
          ]
        : [rich`The ${request} needs a preflight. The browser used the answer of an earlier one from its cache.`];
  }
}

/** Header rules of the browser, such as an override's, may have changed what the server said. */
function whoAllowed({ hop }: Situation): string {
  return (hop?.preflight?.response?.effectiveHeaders ?? null) === null
    ? 'the server'
    : 'its answer, changed by header rules,';
}

function answerSentence({ response, exchange }: Situation): RichText[] {
  const status = response?.status ?? 0;
  const redirects = exchange.hops.length - 1;
  const after = redirects > 0 ? ` after ${redirects === 1 ? 'a redirect' : `${redirects} redirects`}` : '';
  if (status === 0) return [rich`Your code can read the answer${after}.`];
  if (status >= 400) {
    return [
      rich`The server answered with status ${code(String(status))}${after}. That is an error of the server's, not of CORS: your code can read it.`,
    ];
  }
  return [rich`The server answered with status ${code(String(status))}${after}, and your code can read the answer.`];
}
