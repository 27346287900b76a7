import type { HeaderLine } from '../../src/cors/header-list.ts';
import { originOfInitiator } from '../truth/case-to-request.ts';
import type { TruthAnswer, TruthCase, TruthOrigins, TruthStep } from '../truth/truth-case.ts';
import { labOrigins } from './case-server.ts';
import { type Fault, withFaults } from './faults.ts';
import { type Asker, corsLines, finalAnswer, preflightAnswer } from './generate-answers.ts';
import { drawApi, drawInitiator, drawRequest, drawSecond, isCredentialed, oddUrl } from './generate-request.ts';
import { redirectStatuses } from './odd-answers.ts';
import { Random } from './random.ts';

/** `count` cases with distinct ids; a working configuration each, with faults put in as `withFaults` has it. */
export function generateCases(seed: number, count: number, origins: TruthOrigins = labOrigins): TruthCase[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const id = `f${seed}-${String(index).padStart(5, '0')}`;
    return withFaults(random.below(2 ** 31), (own, fault) => generateCase(own, fault, id, origins));
  });
}

function generateCase(random: Random, fault: Fault, id: string, origins: TruthOrigins): TruthCase {
  const api = drawApi(random);
  const initiator = drawInitiator(random, api);
  const request = drawRequest(random, api, initiator, fault);
  const pageOrigin = originOfInitiator(initiator, origins);
  const redirects = random.pick([0, 0, 0, 0, 0, 0, 1, 1, 2, 3]);
  // An element without CORS does not tell whether it would have been readable: its requests leave the page's origin.
  const isPlainElement = ['img', 'script', 'stylesheet'].includes(api) && request.crossorigin === undefined;
  const targets = drawTargets(random, redirects, isPlainElement ? origins.OTHER : homeOf(pageOrigin, origins), origins);
  const url = (step: number) => `${targets[step]}/r/${step}?case=${id}`;
  const isScripted = api === 'fetch' || api === 'xhr';
  const isOdd = isScripted && redirects === 0 && random.chance(0.02);
  // Of other requests' network errors, script and console tell less than of their refusals.
  const locationFault = isScripted ? fault : () => false;

  const asker = (step: number): Asker => ({
    origin: isTainted(targets, step, pageOrigin) ? 'null' : pageOrigin,
    credentialed: isCredentialed(api, request),
    request,
    api,
    origins,
  });
  const preflight = (step: number): TruthAnswer => preflightAnswer(random, asker(step), fault);
  const isShared = redirects === 0 || random.chance(0.2);
  const shared = isShared && random.chance(0.97) ? { preflight: preflight(0) } : {};
  const own = (step: number) => (isShared ? {} : { preflight: preflight(step) });
  const hop = (step: number): TruthStep => ({
    status: random.pick(redirectStatuses),
    headers: [...locationLines(random, locationFault, url, step, origins), ...corsLines(random, asker(step), fault)],
    ...own(step),
  });
  const server = {
    ...shared,
    ...(redirects > 0 && { hops: Array.from({ length: redirects }, (_, step) => hop(step)) }),
    response: { ...finalAnswer(random, asker(redirects), fault), ...own(redirects) },
  };
  const isBroken = JSON.stringify(server).match(/"drop":|"raw":/) !== null;
  return {
    id,
    group: 'random',
    description: `${initiator} ${api} ${request.method ?? 'GET'} over ${redirects} redirects`,
    initiator,
    api,
    request: { ...request, url: isOdd ? oddUrl(random, id, origins) : url(0) },
    // biome-ignore lint/suspicious/noThenProperty: the truth format's name, and nothing awaits a case
    ...(isScripted && random.chance(0.1) && { then: drawSecond(random, api, request) }),
    server,
    ...(isBroken && { unstable: ['firefox'] as const }),
  };
}

/** Where each step is: most stay away from the page's own server. */
function drawTargets(random: Random, redirects: number, home: string, origins: TruthOrigins): string[] {
  const { API, SITE, OTHER } = origins;
  const first = redirects > 0 ? [API, API, SITE, home] : [API, API, API, API, SITE, SITE, OTHER, home];
  const targets = [random.pick(first as [string, ...string[]])];
  while (targets.length <= redirects) targets.push(random.pick([API, SITE, OTHER, home]));
  return targets;
}

function homeOf(pageOrigin: string, { PAGE }: TruthOrigins): string {
  return pageOrigin === 'null' ? PAGE : pageOrigin;
}

/** What the page's origin becomes once the chain has left one foreign origin for another. */
function isTainted(targets: readonly string[], step: number, pageOrigin: string): boolean {
  return targets.some((target, at) => {
    const before = targets[at - 1];
    return at > 0 && at <= step && before !== pageOrigin && target !== before;
  });
}

function locationLines(
  random: Random,
  fault: Fault,
  url: (step: number) => string,
  step: number,
  origins: TruthOrigins,
): HeaderLine[] {
  const next = url(step + 1);
  const one = (value: string): HeaderLine[] => [['Location', value]];
  if (!fault()) return one(random.chance(0.85) ? next : sameAs(url(step), next));
  const { search } = new URL(next);
  return random.pick<() => HeaderLine[]>([
    () => [],
    () => one(''),
    () => one(next.replace('://', '://user:pw@')),
    () => one(next.replace('://', '://user@')),
    () => one(next.replace('://', '://:pw@')),
    () => one(next.replace('://', '://@')),
    () => [...one(next), ...one(next)],
    () => [...one(next), ...one(url(step))],
    () => one(`${next}#fragment`),
    () => one(url(0)),
    () => one(` ${next} `),
    () => one(`data:text/plain,${search}`),
    () => one(`about:blank${search}`),
    () => one(`blob:${origins.PAGE}/x${search}`),
    () => one(`file:///x${search}`),
    () => one(`javascript:1//${search}`),
    () => one(`mailto:x@x${search}`),
    () => one(`foo:bar${search}`),
    () => one(`ftp://127.0.0.1/${search}`),
    () => one(`ws://127.0.0.1/${search}`),
    () => one(`http://127.0.0.1:25/${search}`),
    () => one(`http://nosuch.invalid/${search}`),
    () => one('http://'),
    () => one(`http://x:99999/${search}`),
  ])();
}

/** The same target, written shorter where the step before allows it. */
function sameAs(current: string, next: string): string {
  const { origin, pathname, search } = new URL(next);
  if (new URL(current).origin !== origin) return next.replace('http:', '');
  return `${pathname}${search}`;
}
