import { code } from './quote.ts';
import { type RichText, rich } from './rich-text.ts';
import { redirectTarget, requestWord, type Situation } from './situation.ts';

/**
 * What therefore happened, for a blocked request: how far it came, and what the page does not get. A request whose preflight
 * failed was never sent; one that was refused by its own answer had already run.
 */
export function consequence(situation: Situation): RichText {
  const { verdict, hop, response, server } = situation;
  const request = requestWord(situation);
  switch (verdict.stage) {
    case null:
      return [];
    case 'request':
      return verdict.hop === 0
        ? rich`No request left the browser.`
        : rich`The browser did not follow the redirect to ${code(server)}.`;
    case 'preflight':
      return verdict.hop === 0
        ? rich`So the browser never sent the ${request}.`
        : rich`So the browser did not follow the redirect: the ${request} was never sent to ${code(server)}.`;
    case 'redirect':
      return rich`The server received the ${request}, but the browser did not follow its redirect.`;
    case 'response':
      if (hop && response && redirectTarget(hop, response) !== null) {
        return rich`The server received the ${request}, but the browser did not follow its redirect.`;
      }
      return rich`${reached(situation, request)}, but ${withheld(situation)}.`;
  }
}

/** Methods that only read: "it ran on the server" would alarm without need. */
const readOnly: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

function reached({ response, method }: Situation, request: string): RichText {
  if (response?.fromCache) return rich`The answer came from the browser's cache`;
  if (readOnly.includes(method)) return rich`The server answered the ${request}`;
  const failed = response !== null && response.status >= 400;
  return failed ? rich`The server received the ${request}` : rich`The ${request} ran on the server`;
}

function withheld({ exchange }: Situation): string {
  switch (exchange.type) {
    case 'script':
      return 'the script does not run';
    case 'stylesheet':
      return 'the style sheet is not used';
    case 'font':
      return 'the font is not used';
    case 'image':
    case 'imageset':
      return 'the image is not shown';
    case 'media':
      return 'the media does not play';
    case 'ping':
    case 'beacon':
      return 'the browser reports an error';
    default:
      return 'your code cannot read the answer';
  }
}
