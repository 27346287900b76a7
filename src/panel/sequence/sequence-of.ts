import { HeaderList } from '../../cors/header-list.ts';
import type { Exchange, Hop, ObservedResponse } from '../../exchange/exchange.ts';
import { isFromArchive } from '../../exchange/har-source.ts';
import type { Sequence, Step } from '../../explain/sequence/step.ts';
import { hostOf } from '../../explain/situation.ts';
import { originLabel, requestLabel, timeLabel } from '../list/request-parts.ts';
import type { Judged } from '../verdict/judged.ts';

/** What happened between page and servers, from the exchange, with the fault where the verdict puts it. */
export function sequenceOf({ exchange, verdict, short }: Judged): Sequence {
  const parties = [originLabel(exchange.initiator.origin) || 'page'];
  const steps: Step[] = [];
  exchange.hops.forEach((hop, index) => {
    const server = partyOf(hop, parties);
    const isDecided = index === verdict.hop && (verdict.outcome === 'blocked' || verdict.outcome === 'not-cors');
    const faultAt = isDecided ? faultStep(hop, verdict.stage) : null;
    steps.push(...preflightSteps(hop, server, faultAt === 'preflight'));
    if (verdict.preflight === 'cached' && index === verdict.hop) steps.push(cachedPreflight(server, exchange));
    steps.push(...requestSteps(hop, server, faultAt === 'response', parties));
    if (faultAt) steps.push(faultWords(hop, server, faultAt, short));
    else if (isWaiting(exchange, index)) steps.push(step('waiting', server, 0, 'no answer yet', 'quiet', false));
    else if (isLastOf(exchange, index) && verdict.outcome === 'opaque') {
      steps.push(step('fault', 0, 0, 'your code cannot read it', 'quiet', false));
    }
  });
  return { parties, steps };
}

function step(name: Step['name'], from: number, to: number, text: string, tone: Step['tone'], arrives: boolean): Step {
  return { name, from, to, text, tone, arrives };
}

/** The index of the hop's server; a server that was not there before becomes a new party. */
function partyOf(hop: Hop, parties: string[]): number {
  const server = URL.canParse(hop.url) ? new URL(hop.url).host : requestLabel(hop.url);
  const known = parties.indexOf(server, 1);
  return known > 0 ? known : parties.push(server) - 1;
}

type FaultPlace = 'request' | 'preflight' | 'response';

/** After which message the fault shows. */
function faultStep(hop: Hop, stage: Judged['verdict']['stage']): FaultPlace {
  if (stage === 'preflight') return 'preflight';
  return hop.response === null ? 'request' : 'response';
}

function preflightSteps({ preflight, method }: Hop, server: number, isFault: boolean): Step[] {
  if (!preflight) return [];
  const asked = new HeaderList(preflight.requestHeaders);
  const names = asked.get('access-control-request-headers');
  const question = `OPTIONS asks: ${asked.get('access-control-request-method') ?? method}${names ? `, headers ${spaced(names)}` : ''}`;
  const ask = step('preflight', 0, server, question, 'plain', true);
  const { response } = preflight;
  if (!response) {
    return [
      ask,
      ...(preflight.ending.kind === 'pending' ? [] : [step('preflight-answer', server, 0, 'no answer', 'bad', false)]),
    ];
  }
  const text =
    `${response.status} in ${timeLabel(response.at - preflight.startedAt)}  ${permission(response)}`.trimEnd();
  return [ask, step('preflight-answer', server, 0, text, isFault ? 'bad' : 'plain', true)];
}

function permission(response: ObservedResponse): string {
  const headers = new HeaderList(headersForPage(response));
  const location = headers.get('location');
  if (location !== null && response.status >= 300 && response.status < 400) return `to ${location}`;
  const origin = headers.get('access-control-allow-origin');
  const methods = headers.get('access-control-allow-methods');
  const names = headers.get('access-control-allow-headers');
  const parts = [
    origin === null ? null : `origin ${origin}`,
    methods,
    names === null ? null : `headers ${spaced(names)}`,
  ];
  const allowed = parts.filter((part) => part !== null);
  return `${allowed.length === 0 ? 'allows nothing' : `allows: ${allowed.join(', ')}`}${afterRules(response)}`;
}

/** The headers that the browser decided by. */
function headersForPage({ headers, effectiveHeaders }: ObservedResponse) {
  return effectiveHeaders ?? headers;
}

function afterRules({ effectiveHeaders }: ObservedResponse): string {
  return effectiveHeaders === null ? '' : ' (after header rules)';
}

function cachedPreflight(server: number, exchange: Exchange): Step {
  const words = isFromArchive(exchange)
    ? 'preflight cached, or not in the file'
    : 'preflight answer cached, not asked again';
  return step('cached-preflight', 0, server, words, 'quiet', false);
}

function requestSteps(hop: Hop, server: number, isFault: boolean, parties: readonly string[]): Step[] {
  const { response, method } = hop;
  if (hop.sentAt === null && response === null) return [];
  const origin = new HeaderList(hop.requestHeaders ?? []).get('origin');
  const ask = step('request', 0, server, origin === null ? method : `${method}  Origin: ${origin}`, 'plain', true);
  if (response === null) return [ask];
  const took = timeLabel(response.at - (hop.sentAt ?? hop.startedAt));
  const status = response.status === 0 ? 'answer' : String(response.status);
  const tone = isFault ? 'bad' : 'plain';
  if (hop.redirectedTo !== null) {
    return [
      ask,
      step('redirect', server, 0, `${status} in ${took}  redirect to ${hostOf(hop.redirectedTo)}`, tone, true),
    ];
  }
  const allowOrigin = new HeaderList(headersForPage(response)).get('access-control-allow-origin');
  const isCors = origin !== null && origin !== parties[server];
  const allows = allowOrigin === null ? (isCors ? 'allows no origin' : '') : `allows: origin ${allowOrigin}`;
  return [
    ask,
    step('answer', server, 0, `${status} in ${took}  ${allows}${afterRules(response)}`.trimEnd(), tone, true),
  ];
}

function faultWords(hop: Hop, server: number, place: FaultPlace, short: string): Step {
  switch (place) {
    case 'preflight':
      return step('fault', 0, server, `${hop.method} never sent: ${short}`, 'bad', false);
    case 'request':
      return step('fault', 0, server, short, 'bad', false);
    case 'response':
      return step('fault', 0, 0, `kept from your code: ${short}`, 'bad', false);
  }
}

function isWaiting(exchange: Exchange, index: number): boolean {
  return exchange.ending.kind === 'pending' && isLastOf(exchange, index);
}

function isLastOf(exchange: Exchange, index: number): boolean {
  return index === exchange.hops.length - 1;
}

function spaced(list: string): string {
  return list.split(/\s*,\s*/).join(', ');
}
