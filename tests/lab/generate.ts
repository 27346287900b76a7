import type { TruthAnswer, TruthBody, TruthCase, TruthOrigins, TruthRequest, TruthStep } from '../truth/truth-case.ts';
import { labOrigins } from './case-server.ts';
import { Random } from './random.ts';

type Line = readonly [name: string, value: string];
type Initiator = TruthCase['initiator'];

const initiators: readonly [Initiator, ...Initiator[]] = [
  'page',
  'page',
  'page',
  'page',
  'iframe',
  'worker',
  'sandbox',
  'srcdoc-iframe',
];

const methods: readonly [string, ...string[]] = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'HEAD',
  'PUT',
  'DELETE',
  'PATCH',
  'patch',
  'put',
  'OPTIONS',
  'PROPFIND',
];

const requestHeaders: readonly Line[] = [
  ['x-custom', '1'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['Authorization', 'Bearer x'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'text/plain;charset=utf-8'],
  ['Accept', 'application/json'],
  ['Accept', 'a"b'],
  ['Accept-Language', 'de'],
  ['Accept-Language', 'de_DE'],
  ['Content-Language', 'en'],
  ['Range', 'bytes=0-10'],
  ['Range', 'bytes=-10'],
  ['Cache-Control', 'no-cache'],
  ['DPR', '2'],
  ['Save-Data', 'on'],
  ['If-None-Match', '"x"'],
  ['x-long', 'x'.repeat(200)],
  ['Accept', `a${'b'.repeat(130)}`],
];

const exposedNames: readonly Line[] = [
  ['X-Total-Count', '7'],
  ['ETag', '"x"'],
  ['Location', '/next'],
  ['Link', '</next>; rel=next'],
];

const preflightStatuses: readonly [number, ...number[]] = [
  200, 204, 204, 204, 206, 299, 301, 304, 400, 401, 403, 404, 405, 500,
];
const finalStatuses: readonly [number, ...number[]] = [200, 200, 200, 201, 204, 400, 401, 404, 500, 503];
const redirectStatuses: readonly [number, ...number[]] = [301, 302, 303, 307, 308];
const allowCredentials: readonly [string, ...string[]] = ['True', 'TRUE', '1', 'false', '', 'true, true', '"true"'];

/** `count` cases with distinct ids; a working configuration each, with faults put in at a rate drawn per case. */
export function generateCases(seed: number, count: number, origins: TruthOrigins = labOrigins): TruthCase[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) =>
    generateCase(random, `f${seed}-${String(index).padStart(5, '0')}`, origins),
  );
}

function generateCase(random: Random, id: string, origins: TruthOrigins): TruthCase {
  const faultRate = random.pick([0, 0.05, 0.15, 0.35]);
  const fault = () => random.chance(faultRate);
  const initiator = random.pick(initiators);
  const api = random.chance(0.25) ? 'xhr' : 'fetch';
  const pageOrigin = initiator === 'sandbox' ? 'null' : origins.PAGE;
  const request = generateRequest(random, api);
  const credentialed = api === 'xhr' ? request.withCredentials === true : request.credentials === 'include';

  const targets = [random.pick([origins.API, origins.API, origins.SITE, origins.PAGE])];
  const redirects = random.pick([0, 0, 0, 0, 1, 1, 2]);
  for (let hop = 0; hop < redirects; hop += 1) {
    targets.push(random.pick([origins.API, origins.SITE, origins.OTHER, origins.PAGE]));
  }
  const url = (step: number) => `${targets[step]}/r/${step}?case=${id}`;
  // What the page's origin becomes once the chain has left one foreign origin for another.
  const tainted = (step: number) =>
    targets.some((target, at) => at > 0 && at <= step && targets[at - 1] !== pageOrigin && target !== targets[at - 1]);
  const wantedOrigin = (step: number) => (tainted(step) ? 'null' : pageOrigin);

  const corsLines = (step: number): Line[] => {
    const lines = allowOriginLines(random, wantedOrigin(step), credentialed, fault, origins);
    if (credentialed ? !fault() : random.chance(0.1))
      lines.push(['Access-Control-Allow-Credentials', fault() ? random.pick(allowCredentials) : 'true']);
    return lines;
  };
  const preflight = (step: number): TruthAnswer => ({
    status: fault() ? random.pick(preflightStatuses) : 204,
    headers: [...corsLines(step), ...preflightLines(random, request, credentialed, fault)],
  });
  const answer = (step: number): TruthStep => ({
    status: random.chance(0.8) ? 200 : random.pick(finalStatuses),
    headers: [...corsLines(step), ...exposeLines(random)],
    preflight: preflight(step),
  });
  const hop = (step: number): TruthStep => ({
    status: random.pick(redirectStatuses),
    headers: [['Location', fault() ? oddLocation(random, url(step + 1)) : url(step + 1)], ...corsLines(step)],
    preflight: preflight(step),
  });

  return {
    id,
    group: 'fuzz',
    description: `${initiator} ${api} ${request.method ?? 'GET'} over ${redirects} redirects`,
    initiator,
    api,
    request: { ...request, url: url(0) },
    // biome-ignore lint/suspicious/noThenProperty: the truth format's name, and nothing awaits a case
    ...(random.chance(0.12) && { then: {} }),
    server: {
      hops: Array.from({ length: redirects }, (_, step) => hop(step)),
      response: answer(redirects),
    },
  };
}

function generateRequest(random: Random, api: string): Omit<TruthRequest, 'url'> {
  const method = random.pick(methods);
  const headers = random.sample(requestHeaders, random.pick([0, 0, 1, 1, 2]));
  const body =
    ['GET', 'HEAD'].includes(method) || random.chance(0.4)
      ? undefined
      : random.pick<TruthBody>([
          { kind: 'text', value: 'x' },
          { kind: 'blob', value: '{}', type: 'application/json' },
          { kind: 'urlencoded' },
          { kind: 'formdata' },
        ]);
  const shared = { method, ...(headers.length > 0 && { headers }), ...(body && { body }) };
  if (api === 'xhr') {
    return {
      ...shared,
      ...(random.chance(0.4) && { withCredentials: true }),
      ...(random.chance(0.15) && { upload: true }),
    };
  }
  return {
    ...shared,
    ...(random.chance(0.5) && { credentials: random.pick(['include', 'include', 'omit', 'same-origin']) }),
    ...(random.chance(0.06) && { mode: random.pick(['cors', 'no-cors', 'same-origin']) }),
    ...(random.chance(0.06) && { redirect: random.pick(['manual', 'error']) }),
  };
}

function allowOriginLines(
  random: Random,
  wanted: string,
  credentialed: boolean,
  fault: () => boolean,
  origins: TruthOrigins,
): Line[] {
  const name = 'Access-Control-Allow-Origin';
  if (!fault()) return [[name, !credentialed && random.chance(0.4) ? '*' : wanted]];
  const wrong: [() => Line[], ...(() => Line[])[]] = [
    () => [],
    () => [[name, '*']],
    () => [[name, `${wanted}/`]],
    () => [[name, origins.OTHER]],
    () => [[name, 'null']],
    () => [
      [name, wanted],
      [name, wanted],
    ],
    () => [
      [name, '*'],
      [name, wanted],
    ],
    () => [[name, `${wanted}, ${origins.OTHER}`]],
    () => [[name, `${wanted} ${origins.OTHER}`]],
    () => [[name, wanted.toUpperCase()]],
    () => [[name, '']],
    () => [[name, 'localhost']],
    () => [[name, ` ${wanted} `]],
    () => [[name, origins.PAGE]],
  ];
  return random.pick(wrong)();
}

function preflightLines(
  random: Random,
  request: Omit<TruthRequest, 'url'>,
  credentialed: boolean,
  fault: () => boolean,
): Line[] {
  const lines: Line[] = [];
  const names = [...new Set((request.headers ?? []).map(([header]) => header.toLowerCase()))];
  if (request.body?.type !== undefined) names.push('content-type');
  if (!fault()) {
    const wildcard = !credentialed && random.chance(0.3);
    lines.push(['Access-Control-Allow-Methods', wildcard ? '*' : `${request.method}, GET`]);
  } else if (random.chance(0.7)) {
    lines.push([
      'Access-Control-Allow-Methods',
      random.pick(['GET', '*', 'PUT POST', 'put, delete', '', ', PUT,, PATCH', '"PUT"']),
    ]);
  }
  if (!fault()) {
    const wildcard = !credentialed && random.chance(0.3);
    if (wildcard || names.length > 0) lines.push(['Access-Control-Allow-Headers', wildcard ? '*' : names.join(', ')]);
  } else if (random.chance(0.7)) {
    lines.push([
      'Access-Control-Allow-Headers',
      random.pick(['*', 'x-other', names.join(' '), 'X-CUSTOM,, content-type', '@', `${names.slice(1).join(',')}`]),
    ]);
  }
  if (random.chance(0.3)) lines.push(['Access-Control-Max-Age', random.pick(['600', '0', '-1', 'abc', '', '86400'])]);
  return lines;
}

function exposeLines(random: Random): Line[] {
  const lines: Line[] = random.sample(exposedNames, random.below(3));
  if (random.chance(0.3)) {
    lines.push(['Access-Control-Expose-Headers', random.pick(['*', 'X-Total-Count', 'etag, link', 'x y', ''])]);
  }
  return lines;
}

function oddLocation(random: Random, url: string): string {
  return random.pick([url.replace('://', '://user:secret@'), 'data:text/plain,x', 'ftp://127.0.0.1/x', url, url]);
}
