import type { HeaderLine } from '../../src/cors/header-list.ts';
import type {
  TruthAnswer,
  TruthBody,
  TruthCase,
  TruthInitiator,
  TruthOrigins,
  TruthRequest,
  TruthServer,
  TruthStep,
} from '../truth/truth-case.ts';
import {
  answerExtras,
  badPreflightStatuses,
  exposeValues,
  finalStatuses,
  maxAges,
  methods,
  oddMembers,
  okStatuses,
  redirectStatuses,
  requestHeaders,
  rightCredentials,
  separators,
  wrongCredentials,
  wrongOrigins,
} from './odd-values.ts';
import { Random } from './random.ts';

type Mutation = (random: Random, of: TruthCase, origins: TruthOrigins) => TruthCase;

const inDocument: readonly TruthInitiator[] = ['iframe', 'srcdoc-iframe', 'sandbox', 'data-iframe', 'port80-iframe'];
const anywhere = ['page', ...inDocument, 'worker', 'blob-worker'] as const satisfies readonly TruthInitiator[];
const bodies: readonly TruthBody[] = [
  { kind: 'text', value: 'x' },
  { kind: 'blob', value: '{}', type: 'application/json' },
  { kind: 'blob', value: 'x', type: 'TEXT/Plain; x=1' },
  { kind: 'blob', value: 'x' },
  { kind: 'urlencoded' },
  { kind: 'formdata' },
  { kind: 'buffer' },
];

/** Neighbours of known cases: `count` of them, each a case of the list with one to three things changed. */
export function mutateCases(
  seed: number,
  count: number,
  known: readonly TruthCase[],
  origins: TruthOrigins,
): TruthCase[] {
  const random = new Random(seed);
  const parents = known.filter(({ server }) => !/"drop"|"raw"|"truncate"/.test(JSON.stringify(server)));
  return Array.from({ length: count }, (_, index) => {
    const id = `m${seed}-${String(index).padStart(5, '0')}`;
    const own = new Random(random.below(2 ** 31));
    let mutant = renamed(own.pick(parents as [TruthCase, ...TruthCase[]]), id);
    for (let left = own.pick([1, 1, 1, 2, 2, 3]); left > 0; left -= 1)
      mutant = own.pick(mutations)(own, mutant, origins);
    return mutant;
  });
}

/** The case under another id, which its addresses name too. */
function renamed(of: TruthCase, id: string): TruthCase {
  const text = JSON.stringify(of).replaceAll(`case=${of.id}`, `case=${id}`);
  return { ...(JSON.parse(text) as TruthCase), id, group: 'mutant', description: `${of.id} changed` };
}

const changeRequest =
  (
    change: (random: Random, request: TruthRequest, of: TruthCase, origins: TruthOrigins) => Partial<TruthRequest>,
  ): Mutation =>
  (random, of, origins) => ({ ...of, request: { ...of.request, ...change(random, of.request, of, origins) } });

const isScripted = ({ api }: TruthCase) => api === 'fetch' || api === 'xhr';

/** Changes every answer's headers with some probability, and at least one. */
const changeHeaders =
  (
    change: (
      random: Random,
      lines: readonly HeaderLine[],
      of: TruthCase,
      origins: TruthOrigins,
    ) => readonly HeaderLine[],
  ): Mutation =>
  (random, of, origins) =>
    changeAnswer((answer) => ({ ...answer, headers: change(random, answer.headers, of, origins) }))(
      random,
      of,
      origins,
    );

const changeAnswer =
  (change: (answer: TruthAnswer, random: Random, isPreflight: boolean) => TruthAnswer): Mutation =>
  (random, of) => {
    const { server } = of;
    const preflight = (one: TruthAnswer) => change(one, random, true);
    const step = (one: TruthStep): TruthStep => ({ ...one, ...change(one, random, false) });
    const places: (() => TruthServer)[] = [() => ({ ...server, response: step(server.response) })];
    const ownPreflight = server.response.preflight;
    if (ownPreflight)
      places.push(() => ({ ...server, response: { ...server.response, preflight: preflight(ownPreflight) } }));
    if (server.preflight) {
      const shared = server.preflight;
      places.push(...[1, 2].map(() => () => ({ ...server, preflight: preflight(shared) })));
    }
    for (const [at, hop] of (server.hops ?? []).entries()) {
      const put = (one: TruthStep) => ({
        ...server,
        hops: (server.hops ?? []).map((old, index) => (index === at ? one : old)),
      });
      places.push(() => put(step(hop)));
      if (hop.preflight) places.push(() => put({ ...hop, preflight: preflight(hop.preflight as TruthAnswer) }));
    }
    return { ...of, server: random.pick(places as [() => TruthServer, ...(() => TruthServer)[]])() };
  };

const without = (lines: readonly HeaderLine[], name: string) =>
  lines.filter(([other]) => other.trim().toLowerCase() !== name.toLowerCase());
const replaced = (lines: readonly HeaderLine[], name: string, values: readonly string[]): HeaderLine[] => [
  ...without(lines, name),
  ...values.map((value): HeaderLine => [name, value]),
];

const byteChoices = [
  0x01, 0x08, 0x09, 0x0b, 0x0c, 0x1f, 0x20, 0x21, 0x22, 0x2c, 0x3b, 0x7e, 0x7f, 0x80, 0x85, 0xa0, 0xe9, 0xff,
] as const;

/** One byte put in, taken out or turned into another, at the start, at the end or anywhere. */
function nudged(random: Random, value: string): string {
  const at = random.pick([0, value.length, random.below(value.length + 1)]);
  const byte = String.fromCharCode(random.chance(0.7) ? random.pick(byteChoices) : 1 + random.below(255));
  const safe = byte === '\r' || byte === '\n' ? ' ' : byte;
  return random.pick<() => string>([
    () => value.slice(0, at) + safe + value.slice(at),
    () => value.slice(0, at) + safe + value.slice(at + 1),
    () => value.slice(0, at) + value.slice(at + 1),
    () => value.toUpperCase(),
    () => value.toLowerCase(),
    () => ` ${value}\t`,
    () => `${value}, ${value}`,
  ])();
}

function padded(random: Random, value: string): string {
  const length = random.pick([127, 128, 129, 200]);
  return value + (random.chance(0.8) ? 'a' : '1').repeat(Math.max(0, length - value.length));
}

const listNames = [
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
] as const;

const mutations: [Mutation, ...Mutation[]] = [
  // The request.
  (random, of) => ({
    ...of,
    initiator: random.pick(isScripted(of) || of.api === 'eventsource' ? anywhere : (['page', ...inDocument] as const)),
  }),
  (_, of) => (of.api === 'fetch' ? asXhr(of) : of.api === 'xhr' ? asFetch(of) : of),
  changeRequest((random, { method = 'GET' }, of) => {
    if (!isScripted(of)) return {};
    return {
      method: random.pick([random.pick(methods), method.toLowerCase(), nudged(random, method), 'PATCH', 'DELETE']),
    };
  }),
  changeRequest((random, { headers = [] }, of) =>
    isScripted(of) ? { headers: [...headers, random.pick(requestHeaders as [HeaderLine])] } : {},
  ),
  changeRequest((random, { headers = [] }, of) => {
    if (!isScripted(of)) return {};
    if (headers.length === 0) return { headers: random.sample(requestHeaders, 2) };
    const at = random.below(headers.length);
    return {
      headers: headers.flatMap((line, index): HeaderLine[] => {
        if (index !== at) return [line];
        const [name, value] = line;
        return random.pick<() => HeaderLine[]>([
          () => [],
          () => [line, line],
          () => [line, [name.toUpperCase(), nudged(random, value)]],
          () => [[name, nudged(random, value)]],
          () => [[name, nudged(random, value)]],
          () => [[name, padded(random, value)]],
          () => [[nudged(random, name), value]],
        ])();
      }),
    };
  }),
  changeRequest((random, _, of) =>
    isScripted(of)
      ? { body: random.pick(bodies as [TruthBody]), method: random.pick(['POST', 'PUT', 'post', 'PATCH']) }
      : {},
  ),
  (random, of) => {
    const on = random.chance(0.6);
    if (of.api === 'fetch')
      return { ...of, request: { ...of.request, credentials: random.pick(['include', 'omit', 'same-origin']) } };
    if (of.api === 'xhr' || of.api === 'eventsource') return { ...of, request: { ...of.request, withCredentials: on } };
    return of;
  },
  changeRequest((random, _, of) =>
    of.api === 'fetch'
      ? random.pick<() => Partial<TruthRequest>>([
          () => ({ mode: random.pick(['no-cors', 'no-cors', 'same-origin', 'cors']) }),
          () => ({ redirect: random.pick(['manual', 'error']) }),
          () => ({ keepalive: true }),
        ])()
      : of.api === 'xhr'
        ? random.pick<() => Partial<TruthRequest>>([
            () => ({ upload: !of.initiator.includes('worker') }),
            () => ({ sync: true }),
          ])()
        : {},
  ),
  changeRequest((random, { url }, _, origins) => {
    const from = Object.values(origins).find((origin: string) => url.startsWith(`${origin}/`));
    return from === undefined
      ? {}
      : { url: url.replace(from, random.pick([origins.PAGE, origins.SITE, origins.API, origins.OTHER])) };
  }),
  (random, of) =>
    isScripted(of)
      ? {
          ...of,
          // biome-ignore lint/suspicious/noThenProperty: the truth format's name, and nothing awaits a case
          then: random.pick<() => NonNullable<TruthCase['then']>>([
            () => ({}),
            () =>
              of.api === 'fetch'
                ? { credentials: random.pick(['include', 'omit', 'same-origin']) }
                : { withCredentials: random.chance(0.5) },
            () => ({ headers: random.sample(requestHeaders, random.below(3)) }),
            () => ({
              method: random.pick(
                of.request.body
                  ? (['POST', 'PUT', 'DELETE', 'PATCH', 'put'] as const)
                  : (['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'put'] as const),
              ),
            }),
            () => ({ wait: random.pick([1100, 1600, 5300]) }),
          ])(),
        }
      : of,
  // The answers.
  changeHeaders((random, lines, _, origins) => {
    const wanted = lines.find(([name]) => /allow-origin/i.test(name))?.[1] ?? origins.PAGE;
    return replaced(
      lines,
      'Access-Control-Allow-Origin',
      random.pick(wrongOrigins)(wanted === '*' ? origins.PAGE : wanted.trim(), origins.OTHER),
    );
  }),
  changeHeaders((random, lines) => {
    if (lines.length === 0) return lines;
    const at = random.below(lines.length);
    return lines.flatMap((line, index): HeaderLine[] => {
      if (index !== at || /^location$/i.test(line[0])) return [line];
      const [name, value] = line;
      return random.pick<() => HeaderLine[]>([
        () => [],
        () => [line, line],
        () => [line, [name, '']],
        () => [[name, nudged(random, value)]],
        () => [[name, nudged(random, value)]],
        () => [[name.toUpperCase(), nudged(random, value)]],
        () => [line, [name.toLowerCase(), nudged(random, value)]],
      ])();
    });
  }),
  changeHeaders((random, lines) =>
    replaced(
      lines,
      'Access-Control-Allow-Credentials',
      random.chance(0.4) ? [random.pick(rightCredentials)] : random.pick(wrongCredentials),
    ),
  ),
  changeHeaders((random, lines) => {
    const name = random.pick(listNames);
    const members = lines
      .filter(([other]) => other.toLowerCase() === name.toLowerCase())
      .flatMap(([, value]) => value.split(','));
    const list = random.pick<() => readonly string[]>([
      () => [...members, random.pick(oddMembers)],
      () => [random.pick(oddMembers), ...members],
      () => members.map((member) => nudged(random, member)),
      () => ['*'],
      () => [...members, '*'],
      () => members.slice(1),
    ])();
    return replaced(lines, name, random.chance(0.15) ? list : [list.join(random.pick(separators))]);
  }),
  changeHeaders((random, lines) =>
    replaced(
      lines,
      'Access-Control-Max-Age',
      random.chance(0.1)
        ? [random.pick(maxAges), random.pick(maxAges)]
        : [random.chance(0.7) ? random.pick(maxAges) : nudged(random, '600')],
    ),
  ),
  changeHeaders((random, lines) => [
    ...replaced(lines, 'Access-Control-Expose-Headers', random.pick(exposeValues)),
    ...random.sample(
      answerExtras.filter(([name]) => name !== 'Location'),
      2,
    ),
  ]),
  changeAnswer((answer, random, isPreflight) => ({
    ...answer,
    status: random.pick(
      isPreflight
        ? [random.pick(okStatuses), random.pick(badPreflightStatuses)]
        : [random.pick(finalStatuses), random.pick(redirectStatuses)],
    ),
  })),
  (_, { server, ...of }) => {
    if (!server.preflight) return { ...of, server };
    const { headers } = server.preflight;
    return {
      ...of,
      server: {
        ...server,
        preflight: { ...server.preflight, headers: server.response.headers },
        response: { ...server.response, headers },
      },
    };
  },
  (random, of, origins) => withHop(random, of, origins),
  (random, of, origins) => withHop(random, of, origins),
  (random, of, origins) => withLocation(random, of, origins),
];

function asXhr(of: TruthCase): TruthCase {
  const { credentials, mode: _mode, redirect: _redirect, keepalive: _keepalive, ...request } = of.request;
  if (request.body?.kind === 'stream') return of;
  return { ...of, api: 'xhr', request: { ...request, withCredentials: credentials === 'include' } };
}

function asFetch(of: TruthCase): TruthCase {
  const { withCredentials, upload: _upload, sync: _sync, ...request } = of.request;
  return {
    ...of,
    api: 'fetch',
    request: { ...request, ...(withCredentials ? { credentials: 'include' as const } : {}) },
  };
}

/** One more redirect in front: every step moves on by one. */
function withHop(random: Random, of: TruthCase, origins: TruthOrigins): TruthCase {
  const { server, id } = of;
  if ((server.hops?.length ?? 0) > 3 || !isScripted(of)) return of;
  const later = (text: string) => text.replace(/\/r\/(\d+)\?/g, (_, step) => `/r/${Number(step) + 1}?`);
  const hops = (server.hops ?? []).map((hop) => ({
    ...hop,
    headers: hop.headers.map(([name, value]): HeaderLine => [name, /^location$/i.test(name) ? later(value) : value]),
  }));
  const target = random.pick([origins.API, origins.SITE, origins.OTHER, origins.PAGE]);
  const cors = random
    .pick([
      hops[0]?.headers ?? server.response.headers,
      server.response.headers,
      [['Access-Control-Allow-Origin', '*'] as const],
    ])
    .filter(([name]) => !/^location$/i.test(name));
  const first: TruthStep = {
    status: random.pick(redirectStatuses),
    headers: [['Location', `${target}/r/1?case=${id}`], ...cors],
  };
  return { ...of, server: { ...server, hops: [first, ...hops] } };
}

function withLocation(random: Random, of: TruthCase, origins: TruthOrigins): TruthCase {
  const hops = of.server.hops ?? [];
  if (hops.length === 0 || !isScripted(of)) return withHop(random, of, origins);
  const at = random.below(hops.length);
  return {
    ...of,
    server: {
      ...of.server,
      hops: hops.map((hop, index) => {
        if (index !== at) return hop;
        const lines = hop.headers.filter(([name]) => !/^location$/i.test(name));
        const next = `${random.pick([origins.API, origins.SITE, origins.OTHER, origins.PAGE])}/r/${at + 1}?case=${of.id}`;
        const location = random.pick([
          next,
          next,
          next,
          next.replace('http:', ''),
          `${next}#f`,
          next.replace('://', '://u:p@'),
          next.replace('http:', 'HTTP:'),
          ` ${next}`,
          next.replace(/^http:\/\/[^/]*/, ''),
          `?case=${of.id}`,
          `${next}é`,
          `${next}\xe9`,
          next.replace('http:', 'https:'),
        ]);
        return { ...hop, headers: [['Location', location], ...lines] };
      }),
    },
  };
}
