import type { HeaderLine } from '../../src/cors/header-list.ts';
import { isRedirectStatus } from '../../src/cors/redirect.ts';
import type { TruthAnswer, TruthApi, TruthOrigins } from '../truth/truth-case.ts';
import type { Fault } from './faults.ts';
import type { RequestPart } from './generate-request.ts';
import {
  answerExtras,
  badPreflightStatuses,
  exposeValues,
  finalStatuses,
  maxAges,
  oddMembers,
  okStatuses,
  rightCredentials,
  separators,
  wrongCredentials,
  wrongOrigins,
} from './odd-answers.ts';
import type { Random } from './random.ts';

/** Who asks, and what a right answer would have to allow. */
export interface Asker {
  readonly origin: string;
  readonly credentialed: boolean;
  readonly request: RequestPart;
  readonly api: TruthApi;
  readonly origins: TruthOrigins;
}

/**
 * The two headers that every answer needs. A server does not know which of its clients send credentials: every second
 * one allows them where nobody needs it.
 */
export function corsLines(random: Random, { origin, credentialed, origins }: Asker, fault: Fault): HeaderLine[] {
  const isRight = !fault();
  const star = isRight && !credentialed && random.chance(0.35);
  const values = isRight ? [star ? '*' : origin] : random.pick(wrongOrigins)(origin, origins.OTHER);
  const lines = values.map((value): HeaderLine => [spelt(random, 'Access-Control-Allow-Origin'), value]);
  const allows = credentialed ? !fault() : !star && random.chance(0.5);
  const credentials = allows ? [random.pick(rightCredentials)] : credentialed ? random.pick(wrongCredentials) : [];
  lines.push(...credentials.map((value): HeaderLine => [spelt(random, 'Access-Control-Allow-Credentials'), value]));
  return lines;
}

function spelt(random: Random, name: string): string {
  if (!random.chance(0.02)) return name;
  return random.pick([name.toLowerCase(), name.toUpperCase(), `${name} `, `${name}s`]);
}

export function preflightAnswer(random: Random, asker: Asker, fault: Fault): TruthAnswer {
  const isRedirect = fault() && random.chance(0.3);
  const status = isRedirect ? random.pick([301, 302, 303, 307, 308]) : drawStatus(random, fault);
  return {
    status,
    headers: [
      ...(isRedirect && random.chance(0.7) ? [['Location', random.chance(0.9) ? '/elsewhere' : ''] as const] : []),
      ...corsLines(random, asker, fault),
      ...listLines(random, 'Access-Control-Allow-Methods', methodsFor(asker), asker, fault),
      ...listLines(random, 'Access-Control-Allow-Headers', headersFor(asker), asker, fault),
      ...(random.chance(0.4) ? [['Access-Control-Max-Age', random.pick(maxAges)] as const] : []),
    ],
    ...(asker.api === 'fetch' && broken(random, 0.003)),
    ...(random.chance(0.01) && { body: 'text' }),
    ...(random.chance(0.01) && { close: true }),
  };
}

function drawStatus(random: Random, fault: Fault): number {
  return fault() ? random.pick(badPreflightStatuses) : random.pick(okStatuses);
}

function methodsFor({ request }: Asker): readonly string[] {
  const method = request.method ?? 'GET';
  return [/^(?:get|head|post|put|delete|options)$/i.test(method) ? method.toUpperCase() : method];
}

function headersFor({ request }: Asker): readonly string[] {
  const names = (request.headers ?? []).map(([name]) => name);
  if (request.body?.type !== undefined) names.push('Content-Type');
  return [...new Set(names)];
}

/** A list that allows what is needed, in one of the many ways to write it; or one that does not. */
function listLines(
  random: Random,
  name: string,
  needed: readonly string[],
  { credentialed }: Asker,
  fault: Fault,
): HeaderLine[] {
  const others = name.endsWith('Methods') ? ['GET', 'POST', 'PATCH'] : ['x-other', 'Content-Type'];
  const members = [...random.sample(others, random.below(3)), ...needed].map((member) =>
    name.endsWith('Headers') && random.chance(0.4) ? member.toLowerCase() : member,
  );
  if (!fault()) {
    if (!credentialed && random.chance(0.25)) return [[name, random.chance(0.8) ? '*' : ['*', ...members].join(', ')]];
    if (needed.length === 0 && random.chance(0.5)) return [];
    if (members.length > 1 && random.chance(0.1)) return members.map((member) => [name, member] as const);
    return [[name, members.join(random.pick([', ', ',', ' , ', ',\t', ',,']))]];
  }
  const spoilt = random.pick<() => readonly string[]>([
    () => [],
    () => others,
    () => ['*'],
    () => members.slice(0, -1),
    () => members.map((member) => member.toLowerCase()),
    () => members.map((member) => member.toUpperCase()),
    () => [...members, random.pick(oddMembers)],
    () => [random.pick(oddMembers), ...members],
    () => [random.pick(oddMembers)],
    () => members.map((member) => `${member}x`),
  ])();
  if (spoilt.length === 0) return random.chance(0.5) ? [] : [[name, '']];
  return [[name, spoilt.join(random.pick(separators))]];
}

const bodyFor: Readonly<Record<TruthApi, string>> = {
  fetch: 'text',
  xhr: 'text',
  beacon: 'text',
  eventsource: 'sse',
  img: 'png',
  script: 'js',
  module: 'js',
  import: 'js',
  stylesheet: 'css',
  font: 'font',
};

export function finalAnswer(random: Random, asker: Asker, fault: Fault): TruthAnswer {
  const isScripted = asker.api === 'fetch' || asker.api === 'xhr';
  // What an element makes of another status is no matter of CORS.
  const status = random.chance(0.85) || !isScripted ? 200 : random.pick(finalStatuses);
  const extras = isScripted ? random.sample(answerExtras, random.pick([0, 0, 1, 2, 4])) : [];
  const hasBody = status === 200 && !/^(?:head|options)$/i.test(asker.request.method ?? 'GET');
  const exposes = isScripted && random.chance(0.35) ? random.pick(exposeValues) : [];
  return {
    status,
    headers: [
      ...corsLines(random, asker, fault),
      ...extras.filter(([name]) => name !== 'Location' || !isRedirectStatus(status)),
      ...exposes.map((value): HeaderLine => ['Access-Control-Expose-Headers', value]),
    ],
    ...(isScripted ? {} : { body: bodyFor[asker.api] }),
    ...(isScripted && broken(random, 0.004)),
    ...(isScripted && hasBody && random.chance(0.005) && { truncate: true }),
    ...(random.chance(0.005) && { close: true }),
  };
}

/** Answers that are hardly any. */
function broken(random: Random, probability: number): Partial<TruthAnswer> {
  if (!random.chance(probability)) return {};
  return random.pick<Partial<TruthAnswer>>([{ drop: true }, { raw: 'garbage\r\n\r\n' }]);
}
