import type { EngineName } from '../cors/engine-name.ts';
import { engines } from '../cors/engines.ts';
import { HeaderList } from '../cors/header-list.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Warning, WarningName } from '../judge/warning.ts';
import { browsersIn } from './browsers-in.ts';
import { tokens } from './look-alike/token-list.ts';
import { code, listed } from './quote.ts';
import { type RichText, rich } from './rich-text.ts';
import { warningShort } from './short/warning-short.ts';
import type { WarningWords } from './words.ts';
import { isWorthExposing } from './worth-exposing.ts';

/** What will hurt later although the request passed. */
export function explainWarning(warning: Warning, exchange: Exchange, verdict: Verdict): WarningWords {
  return { short: warningShort(warning), text: texts[warning.name](warning.parameter, exchange, verdict) };
}

const texts: Readonly<Record<WarningName, (parameter: string, exchange: Exchange, verdict: Verdict) => RichText>> = {
  'missing-vary-origin': () =>
    rich`The server answers each origin with its own ${code('Access-Control-Allow-Origin')}, but does not say so. A cache may hand this answer to another origin, which is then blocked: let the server send ${code('Vary: Origin')} with every answer.`,
  'wildcard-covers-authorization': () =>
    rich`The request carries ${code('Authorization')}, and only ${code('Access-Control-Allow-Headers: *')} allows it. The standard does not let ${code('*')} cover that header, and browsers announce that they will follow: list ${code('authorization')} by name.`,
  'null-origin-allowed': (_parameter, exchange) =>
    rich`The server allows the origin ${code('null')}. Every website can make requests with that origin from a sandboxed frame, so this allows them all${allowsCredentials(exchange) ? ', with credentials too' : ''}. Allow named origins instead.`,
  'credentials-allowed-without-need': () =>
    rich`The server sends ${code('Access-Control-Allow-Credentials: true')}, but this request carries no credentials. Send the header only where pages need it: it lets the allowed origins act with the user's session.`,
  'preflight-repeated': (_parameter, exchange) =>
    rich`The browser asks again before requests that it has asked for already${cost(exchange)}. Let the server answer preflights with ${code('Access-Control-Max-Age')}, in seconds, so that the browser remembers the answer.`,
  'max-age-above-cap': (_parameter, exchange) =>
    rich`The server's ${code('Access-Control-Max-Age')}${asSent(exchange)} is more than browsers take: Chrome stops at ${longest('chromium')} seconds, Firefox at ${longest('firefox')}, Safari at ${longest('webkit')}. This does no harm.`,
  'headers-not-exposed': (parameter, _exchange, verdict) => hiddenHeaders(parameter, verdict),
  'blocked-elsewhere': (parameter) =>
    rich`This browser lets the request pass, but ${browsersIn(parameter)} would block it. The list of checks shows where they differ.`,
};

function allowsCredentials({ hops }: Exchange): boolean {
  const headers = new HeaderList(hops.at(-1)?.response?.headers ?? []);
  return headers.get('access-control-allow-credentials') === 'true';
}

/** What the preflight cost, where its times are known: from its sending to its answer. */
function cost({ hops }: Exchange): string {
  const preflight = hops.findLast((hop) => hop.preflight?.response)?.preflight;
  if (!preflight?.response) return '';
  const milliseconds = Math.round(preflight.response.at - preflight.startedAt);
  return milliseconds > 0 ? `, which cost ${milliseconds} ms this time` : '';
}

/** Seconds for which an engine remembers a preflight's answer at most. */
function longest(engine: EngineName): string {
  return String(engines[engine].preflightCache.longest);
}

function asSent({ hops }: Exchange): RichText {
  const headers = hops.findLast((hop) => hop.preflight?.response)?.preflight?.response?.headers ?? [];
  const value = new HeaderList(headers).get('access-control-max-age');
  return value === null ? [] : rich` of ${code(value)}`;
}

function hiddenHeaders(parameter: string, { exposure, credentialed }: Verdict): RichText {
  const wanted = tokens(parameter).map(({ text }) => text);
  const hidden = (exposure?.hidden ?? []).filter(isWorthExposing);
  const readable = exposure?.readable ?? [];
  const named = wanted.length > 0 ? wanted : hidden;
  const first =
    named.length > 0
      ? rich`JavaScript cannot read ${listed(named)}.`
      : rich`JavaScript cannot read every header of this answer.`;
  const cure = rich`Let the server list what your code needs in ${code('Access-Control-Expose-Headers')}${credentialed ? rich`, by name: with credentials ${code('*')} is no wildcard` : ''}.`;
  const rest = hidden.filter((name) => !named.includes(name));
  const others = rest.length > 0 ? rich` It cannot read ${listed(rest)} either.` : [];
  const can = readable.length > 0 ? rich` It can read ${listed(readable)}.` : [];
  return rich`${first} ${cure}${others}${can}`;
}
