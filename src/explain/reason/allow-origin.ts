import type { HeaderList } from '../../cors/header-list.ts';
import { credentialsHint } from '../look-alike/credentials-hint.ts';
import { misspeltHeader } from '../look-alike/response-header-hint.ts';
import { lookAlike } from '../look-alike.ts';
import { bad, code, marked } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { headerNames, redirectTarget, type Situation } from '../situation.ts';
import type { ReasonWords } from '../words.ts';
import { foundValue } from './asked-and-allowed.ts';
import { nullOriginNote, splitOriginNote, yourOrigin } from './origin-note.ts';

const allowOrigin = code('Access-Control-Allow-Origin');
const allowCredentials = code('Access-Control-Allow-Credentials');

const answer = ({ onPreflight }: Situation): string => (onPreflight ? 'the preflight response' : 'the response');

export function missingAllowOrigin(situation: Situation): ReasonWords {
  return {
    fault: rich`${answer(situation)} has no ${allowOrigin} header`,
    said: [rich`${answered(situation)} without ${allowOrigin}.`, missingHint(situation) ?? needed(situation)],
  };
}

function answered({ onPreflight, response, hop }: Situation): string {
  const status = response?.status ? ` with status ${response.status}` : '';
  if (onPreflight) return `The server answered the preflight${status}, but`;
  const redirects = hop && response && redirectTarget(hop, response) !== null;
  return redirects
    ? `The server redirected the request (status ${response.status}), but`
    : `The server answered${status}, but`;
}

function missingHint(situation: Situation): RichText | null {
  const { response } = situation;
  const misspelt = misspeltHeader('access-control-allow-origin', headerNames(situation));
  if (misspelt) return misspelt.text;
  if (response?.fromCache) {
    return rich`The answer is a copy from the browser's cache, stored when it was asked for without CORS. Let the server send ${code('Vary: Origin')} with every answer, also where it sends no CORS headers.`;
  }
  return nullOriginNote(situation);
}

function needed(situation: Situation): RichText {
  const { verdict, origin } = situation;
  const wildcard = verdict.credentialed === false ? rich`, or ${code('*')}` : [];
  return origin === ''
    ? rich`The header has to name your page's origin.`
    : rich`The header has to be ${code(origin)}${wildcard}.`;
}

export function allowOriginMismatch(situation: Situation): ReasonWords {
  const found = foundValue(situation, 'access-control-allow-origin');
  return {
    fault: rich`${answer(situation)} allows ${bad(found)}, not ${yourOrigin(situation)}`,
    said: [found === '' ? needed(situation) : compared(situation, found), ...hint(situation, found)],
  };
}

function compared(situation: Situation, found: string): RichText {
  const faults = lookAlike(situation.origin, found)?.found ?? [];
  const quoted = faults.length > 0 ? marked(found, faults) : [code(found)];
  return rich`The server's ${allowOrigin} is ${quoted}, and it has to be ${yourOrigin(situation)}, byte by byte.`;
}

function hint(situation: Situation, found: string): RichText[] {
  const text = nullOriginNote(situation) ?? splitOriginNote(situation) ?? lookAlike(situation.origin, found)?.text;
  return text ? [text] : [];
}

export function invalidAllowOrigin(situation: Situation): ReasonWords {
  const found = foundValue(situation, 'access-control-allow-origin');
  const empty = found === '';
  return {
    fault: empty
      ? rich`the ${allowOrigin} of ${answer(situation)} is empty`
      : rich`the ${allowOrigin} of ${answer(situation)} is ${bad(found)}, which is not an origin`,
    said: hint(situation, found).length > 0 ? hint(situation, found) : [needed(situation)],
  };
}

export function multipleAllowOrigin(situation: Situation): ReasonWords {
  const found = foundValue(situation, 'access-control-allow-origin');
  const lines = countLines(situation.headers);
  return {
    fault: rich`${answer(situation)} has more than one value in ${allowOrigin}`,
    said: [
      lines > 1
        ? rich`The server sent ${String(lines)} ${allowOrigin} headers, together ${bad(found)}, and only one is allowed.`
        : rich`The server's ${allowOrigin} is ${bad(found)}, and only one value is allowed.`,
      ...hint(situation, found),
    ],
  };
}

const countLines = (headers: HeaderList): number => headers.getAll('access-control-allow-origin').length;

export function wildcardWithCredentials(situation: Situation): ReasonWords {
  const { origin } = situation;
  const own = origin === '' || origin === 'null' ? rich`your page's origin by name` : code(origin);
  return {
    fault: rich`${answer(situation)} allows ${bad('*')}, which does not allow a request with credentials`,
    said: [
      rich`The server allows every origin with ${code('Access-Control-Allow-Origin: *')}, but never for requests that carry credentials such as cookies.`,
      rich`Your code asked for credentials, so the server must allow ${own}, and send ${code('Access-Control-Allow-Credentials: true')}.`,
    ],
  };
}

export function invalidAllowCredentials(situation: Situation): ReasonWords {
  const found = foundValue(situation, 'access-control-allow-credentials');
  const absent = found === '';
  const misspelt = absent ? misspeltHeader('access-control-allow-credentials', headerNames(situation)) : null;
  const why = misspelt?.text ?? (absent ? null : credentialsHint(found)?.text);
  return {
    fault: absent
      ? rich`${answer(situation)} has no ${code('Access-Control-Allow-Credentials: true')}`
      : rich`the ${allowCredentials} of ${answer(situation)} is ${bad(found)}, not ${code('true')}`,
    said: [
      rich`The server allows ${yourOrigin(situation)}, but this request carries credentials, and these need ${code('Access-Control-Allow-Credentials: true')} too.`,
      ...(why ? [why] : []),
    ],
  };
}
