import type { HeaderLine } from '../../src/cors/header-list.ts';
import type {
  TruthApi,
  TruthBody,
  TruthCase,
  TruthInitiator,
  TruthOrigins,
  TruthRequest,
} from '../truth/truth-case.ts';
import type { Fault } from './faults.ts';
import { headersThatThrow, methods, methodsThatThrow, requestHeaders } from './odd-requests.ts';
import type { Random } from './random.ts';

/** A request without its address. */
export type RequestPart = Omit<TruthRequest, 'url'>;

export function drawApi(random: Random): TruthApi {
  if (random.chance(0.82)) return random.chance(0.25) ? 'xhr' : 'fetch';
  return random.pick([
    ...(['img', 'img', 'script', 'script', 'stylesheet', 'module', 'import'] as const),
    ...(['eventsource', 'eventsource', 'beacon', 'beacon', 'font'] as const),
  ] as unknown as readonly [TruthApi, ...TruthApi[]]);
}

/** Elements live in a document; workers have none. */
export function drawInitiator(random: Random, api: TruthApi): TruthInitiator {
  if (random.chance(0.6)) return 'page';
  const inDocument: readonly TruthInitiator[] = ['iframe', 'srcdoc-iframe', 'sandbox', 'data-iframe', 'port80-iframe'];
  const anywhere: readonly TruthInitiator[] = [...inDocument, 'worker', 'blob-worker'];
  const needsDocument = !['fetch', 'xhr', 'eventsource'].includes(api);
  return random.pick((needsDocument ? inDocument : anywhere) as [TruthInitiator, ...TruthInitiator[]]);
}

export function drawRequest(random: Random, api: TruthApi, initiator: TruthInitiator, fault: Fault): RequestPart {
  switch (api) {
    case 'fetch':
      return drawFetch(random, fault);
    case 'xhr':
      return drawXhr(random, initiator, fault);
    case 'beacon':
      return random.chance(0.8) ? { body: drawBody(random) } : {};
    case 'eventsource':
      return random.chance(0.5) ? { withCredentials: true } : {};
    case 'import':
    case 'font':
      return {};
    case 'img':
    case 'script':
    case 'module':
    case 'stylesheet':
      return random.chance(0.7) ? { crossorigin: random.chance(0.4) ? 'use-credentials' : 'anonymous' } : {};
  }
}

function drawFetch(random: Random, fault: Fault): RequestPart {
  const common = drawCommon(random, fault);
  const isStream = common.body === undefined && common.method === 'POST' && random.chance(0.1);
  return {
    ...common,
    ...(isStream && { body: { kind: 'stream' as const } }),
    ...(random.chance(0.6) && { credentials: random.pick(['include', 'include', 'include', 'omit', 'same-origin']) }),
    ...(!isStream && random.chance(0.05) && { mode: random.pick(['cors', 'no-cors', 'no-cors', 'same-origin']) }),
    ...(random.chance(0.06) && { redirect: random.pick(['manual', 'error', 'follow']) }),
    ...(!isStream && random.chance(0.04) && { keepalive: true }),
  };
}

function drawXhr(random: Random, initiator: TruthInitiator, fault: Fault): RequestPart {
  const isWorker = initiator === 'worker' || initiator === 'blob-worker';
  return {
    ...drawCommon(random, fault),
    ...(random.chance(0.4) && { withCredentials: true }),
    ...(!isWorker && random.chance(0.15) && { upload: true }),
    ...(random.chance(0.06) && { sync: true }),
  };
}

function drawCommon(random: Random, fault: Fault): RequestPart {
  const throws = fault() && random.chance(0.15);
  const method = throws && random.chance(0.7) ? random.pick(methodsThatThrow) : random.pick(methods);
  const headers = drawHeaders(random);
  if (throws && random.chance(0.3)) headers.push(...random.sample(headersThatThrow, 1));
  const hasBody = /^(?:get|head)$/i.test(method) ? random.chance(0.02) : random.chance(0.55);
  return {
    ...(method !== 'GET' || random.chance(0.5) ? { method } : {}),
    ...(headers.length > 0 && { headers }),
    ...(hasBody && { body: drawBody(random) }),
  };
}

function drawHeaders(random: Random): HeaderLine[] {
  const headers = random.sample(requestHeaders, random.pick([0, 0, 0, 1, 1, 1, 2, 2, 3]));
  const [again] = headers;
  if (again !== undefined && random.chance(0.06)) headers.push([again[0], random.chance(0.5) ? again[1] : '1']);
  if (random.chance(0.06)) headers.push(oddByte(random));
  if (random.chance(0.01)) {
    for (const name of ['Accept', 'Accept', 'Accept', 'Content-Language', 'Accept-Language', 'Content-Language'])
      headers.push([name, 'a'.repeat(random.pick([40, 64, 128]))]);
  }
  return headers;
}

/** A safelisted header with one byte that may or may not spoil it. */
function oddByte(random: Random): HeaderLine {
  const name = random.pick(['Accept', 'Accept-Language', 'Content-Language', 'Content-Type', 'Range', 'X-A']);
  const byte = String.fromCharCode(random.pick([9, 11, 31, 127, 255, 32 + random.below(95), 128 + random.below(128)]));
  const start = name === 'Content-Type' ? 'text/plain;x=' : name === 'Range' ? 'bytes=0-1' : 'a';
  return [name, `${start}${byte}${random.chance(0.5) ? 'b' : ''}`];
}

function drawBody(random: Random): TruthBody {
  return random.pick<TruthBody>([
    { kind: 'text', value: 'x' },
    { kind: 'text', value: 'x' },
    { kind: 'blob', value: '{}', type: 'application/json' },
    { kind: 'blob', value: 'x', type: 'text/plain' },
    { kind: 'blob', value: 'x' },
    { kind: 'blob', value: 'x', type: 'text/plain;x=é' },
    { kind: 'urlencoded' },
    { kind: 'formdata' },
    { kind: 'buffer' },
  ]);
}

/** Whether the request's own API includes credentials with a request to another origin. */
export function isCredentialed(api: TruthApi, request: RequestPart): boolean {
  if (api === 'beacon' || request.crossorigin === 'use-credentials') return true;
  return request.credentials === 'include' || request.withCredentials === true;
}

/** The same request with something changed, to see what the preflight cache still covers. */
export function drawSecond(random: Random, api: TruthApi, request: RequestPart): NonNullable<TruthCase['then']> {
  const wait = random.chance(0.05) ? { wait: 1600 } : {};
  if (api === 'xhr' || random.chance(0.5)) return wait;
  const hasBody = request.body !== undefined;
  return {
    ...wait,
    ...random.pick<Partial<TruthRequest>>([
      { credentials: 'omit' },
      { credentials: 'include' },
      { method: hasBody ? 'POST' : 'DELETE' },
      { method: hasBody ? 'PUT' : 'GET' },
      { headers: [['x-custom', '1']] },
      { headers: [] },
      { headers: random.sample(requestHeaders, 1) },
      { mode: 'cors' },
    ]),
  };
}

/** Addresses that no CORS check ever sees, or not as they are written. */
export function oddUrl(random: Random, id: string, origins: TruthOrigins): string {
  const refused = `${origins.OTHER.replace(/\d+$/, (port) => String(Number(port) + 88))}`;
  return random.pick([
    `${origins.API.replace('://', '://u:p@')}/r/0?case=${id}`,
    `${origins.API.replace('://', '://u@')}/r/0?case=${id}`,
    `${origins.API.replace('://', '://@')}/r/0?case=${id}`,
    `${origins.API}/r/0?case=${id}#fragment`,
    `http://127.0.0.1:25/?case=${id}`,
    `http://localhost:6000/?case=${id}`,
    `${refused}/?case=${id}`,
    `http://nosuch.invalid/?case=${id}`,
    `ftp://127.0.0.1/?case=${id}`,
    `foo:bar?case=${id}`,
    `file:///x?case=${id}`,
    `data:text/plain,x?case=${id}`,
    `about:blank?case=${id}`,
    `ws://127.0.0.1/?case=${id}`,
    `http://`,
  ]);
}
