import { HeaderList } from '../../cors/header-list.ts';
import { headerNamesHint } from '../look-alike/header-names-hint.ts';
import { malformedListHint } from '../look-alike/malformed-list-hint.ts';
import { methodsHint } from '../look-alike/methods-hint.ts';
import { misspeltHeader } from '../look-alike/response-header-hint.ts';
import { tokens } from '../look-alike/token-list.ts';
import { bad, code, listed, marked } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { headerNames, redirectTarget, type Situation, withoutPassword } from '../situation.ts';
import { quotable } from '../visible.ts';
import { statusHint } from './preflight-status-hint.ts';
import type { ReasonWords } from './reason-words.ts';
import { redirectHint } from './redirect-hint.ts';

export function preflightStatus({ hop, response, check }: Situation): ReasonWords {
  const status = response?.status ?? Number(check?.value ?? 0);
  const target = hop && response ? redirectTarget(hop, response) : null;
  const hint = target === null ? statusHint(status) : redirectHint(hop?.url ?? '', target);
  return {
    short: status > 0 ? `Preflight status ${status}` : 'Preflight status not ok',
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
    short: 'Preflight redirected',
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
  malformed(situation, 'Access-Control-Allow-Methods', 'Allow-Methods');

export const malformedHeaders = (situation: Situation): ReasonWords =>
  malformed(situation, 'Access-Control-Allow-Headers', 'Allow-Headers');

function malformed(situation: Situation, name: string, shortName: string): ReasonWords {
  const found = listValue(situation, name);
  const hint = malformedListHint(found);
  return {
    short: `Malformed ${shortName}`,
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
  const { verdict, method } = situation;
  const wanted = verdict.parameter || situation.check?.expected || askedMethod(situation) || method;
  const found = listValue(situation, 'Access-Control-Allow-Methods');
  const hint =
    found === ''
      ? missing(situation, 'access-control-allow-methods')
      : methodsHint(wanted, found, verdict.credentialed)?.text;
  return {
    short: `Method not allowed: ${quotable(wanted)}`,
    fault: rich`the preflight response does not allow the method ${bad(wanted)}`,
    said: [rich`${said(found, 'Access-Control-Allow-Methods')} ${hint ?? rich`Your page sends ${aMethod(wanted)}.`}`],
  };
}

const aMethod = (method: string): RichText => rich`${/^[AEIOU]/i.test(method) ? 'an' : 'a'} ${code(method)}`;

export function headerDisallowed(situation: Situation): ReasonWords {
  const { verdict } = situation;
  const found = listValue(situation, 'Access-Control-Allow-Headers');
  const lacking = lackingHeaders(situation, found);
  const [first] = lacking;
  if (first === undefined) return headerNotNamed;
  const several = lacking.length > 1;
  const hint =
    found === ''
      ? missing(situation, 'access-control-allow-headers')
      : headerNamesHint(first, found, verdict.credentialed)?.text;
  return {
    short: `${several ? 'Headers' : 'Header'} not allowed: ${lacking.map(quotable).join(', ')}`,
    fault: rich`the preflight response does not allow the ${several ? 'headers' : 'header'} ${listed(lacking, bad)}`,
    said: [rich`${said(found, 'Access-Control-Allow-Headers')} ${hint ?? sends(lacking, found)}`],
  };
}

/** Where the browser named no header and nobody saw the preflight. */
const headerNotNamed: ReasonWords = {
  short: 'Header not allowed',
  fault: rich`the preflight response does not allow one of the request's headers`,
  said: [rich`Your page sends a header that ${code('Access-Control-Allow-Headers')} does not list.`],
};

/** The header that the browser names first, then the others that are missing from the list in the same way. */
function lackingHeaders({ verdict, hop, check }: Situation, found: string): string[] {
  const asked = new HeaderList(hop?.preflight?.requestHeaders ?? []).get('access-control-request-headers');
  const wanted = tokens(asked ?? check?.expected ?? '').map(({ text }) => text.toLowerCase());
  const allowed = new Set(tokens(found).map(({ text }) => text.toLowerCase()));
  const wildcard = allowed.has('*') && verdict.credentialed === false;
  const others = wildcard ? [] : wanted.filter((name) => !allowed.has(name));
  return [...new Set([verdict.parameter.toLowerCase(), ...others])].filter((name) => name !== '');
}

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

function listValue({ check, headers }: Situation, name: string): string {
  return headers.get(name) ?? (check?.header === name.toLowerCase() ? (check.value ?? '') : '');
}

function askedMethod({ hop }: Situation): string | null {
  return new HeaderList(hop?.preflight?.requestHeaders ?? []).get('access-control-request-method');
}
