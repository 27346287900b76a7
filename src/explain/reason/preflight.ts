import { headerNamesHint } from '../look-alike/header-names-hint.ts';
import { malformedListHint } from '../look-alike/malformed-list-hint.ts';
import { methodsHint } from '../look-alike/methods-hint.ts';
import { misspeltHeader } from '../look-alike/response-header-hint.ts';
import { tokens } from '../look-alike/token-list.ts';
import { bad, code, listed, marked } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { headerNames, redirectTarget, type Situation, withoutPassword } from '../situation.ts';
import type { ReasonWords } from '../words.ts';
import { lackingHeaders, listValue, statusOfPreflight, wantedMethod } from './asked-and-allowed.ts';
import { statusHint } from './preflight-status-hint.ts';
import { redirectHint } from './redirect-hint.ts';

export function preflightStatus(situation: Situation): ReasonWords {
  const { hop, response } = situation;
  const status = statusOfPreflight(situation);
  const target = hop && response ? redirectTarget(hop, response) : null;
  const hint = target === null ? statusHint(status) : redirectHint(hop?.url ?? '', target);
  return {
    fault:
      status > 0
        ? rich`the server answered the preflight with status ${bad(String(status))}`
        : rich`the server answered the preflight with a status that is not ok`,
    said: [rich`A preflight needs a status from 200 to 299.`, ...(hint ? [hint] : [])],
  };
}

export function preflightRedirect({ hop, response, check }: Situation): ReasonWords {
  const target = (hop && response ? redirectTarget(hop, response) : null) ?? '';
  return {
    fault:
      target === ''
        ? rich`the server redirected the preflight`
        : rich`the server redirected the preflight to ${bad(withoutPassword(target))}`,
    said: [
      rich`The server answered the preflight with ${response?.status ? `status ${response.status}, a redirect` : 'a redirect'}, and browsers do not follow that.`,
      ...(target === '' ? [] : [redirectHint(hop?.url ?? check?.expected ?? '', target)]),
    ],
  };
}

export const malformedMethods = (situation: Situation): ReasonWords =>
  malformed(situation, 'Access-Control-Allow-Methods');

export const malformedHeaders = (situation: Situation): ReasonWords =>
  malformed(situation, 'Access-Control-Allow-Headers');

function malformed(situation: Situation, name: string): ReasonWords {
  const found = listValue(situation, name);
  const hint = malformedListHint(found);
  return {
    fault: rich`the ${code(name)} of the preflight response cannot be read`,
    said: [
      found === ''
        ? rich`The server answered the preflight, but its ${code(name)} is not a list of names.`
        : rich`The server's ${code(name)} is ${marked(found, hint?.found ?? [])}, and it has to be a list of names separated by commas.`,
      ...(hint ? [hint.text] : []),
    ],
  };
}

export function methodDisallowed(situation: Situation): ReasonWords {
  const { verdict } = situation;
  const wanted = wantedMethod(situation);
  const found = listValue(situation, 'Access-Control-Allow-Methods');
  const hint =
    found === ''
      ? missing(situation, 'access-control-allow-methods')
      : methodsHint(wanted, found, verdict.credentialed)?.text;
  return {
    fault: rich`the preflight response does not allow the method ${bad(wanted)}`,
    said: [rich`${said(found, 'Access-Control-Allow-Methods')} ${hint ?? rich`Your page sends ${aMethod(wanted)}.`}`],
  };
}

const aMethod = (method: string): RichText => rich`${/^[AEIOU]/i.test(method) ? 'an' : 'a'} ${code(method)}`;

export function headerDisallowed(situation: Situation): ReasonWords {
  const { verdict } = situation;
  const found = listValue(situation, 'Access-Control-Allow-Headers');
  const lacking = lackingHeaders(situation);
  const [first] = lacking;
  if (first === undefined) return headerNotNamed;
  const several = lacking.length > 1;
  const hint =
    found === ''
      ? missing(situation, 'access-control-allow-headers')
      : headerNamesHint(first, found, verdict.credentialed)?.text;
  return {
    fault: rich`the preflight response does not allow the ${several ? 'headers' : 'header'} ${listed(lacking, bad)}`,
    said: [rich`${said(found, 'Access-Control-Allow-Headers')} ${hint ?? sends(lacking, found)}`],
  };
}

/** Where the browser named no header and nobody saw the preflight. */
const headerNotNamed: ReasonWords = {
  fault: rich`the preflight response does not allow one of the request's headers`,
  said: [rich`Your page sends a header that ${code('Access-Control-Allow-Headers')} does not list.`],
};

function sends(headers: readonly string[], found: string): RichText {
  return rich`Your page sends ${listed(headers)}${found === '' ? '' : ' too'}.`;
}

function said(found: string, name: string): RichText {
  if (found === '') return rich`The server answered the preflight, but without ${code(name)}.`;
  const names = tokens(found).map(({ text }) => text);
  return rich`The server answered the preflight, but its ${code(name)} ${names.length > 0 ? rich`lists only ${listed(names)}` : rich`is ${code(found)}`}.`;
}

const missing = (situation: Situation, name: string): RichText | undefined =>
  misspeltHeader(name, headerNames(situation))?.text;
