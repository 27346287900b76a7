import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { TruthBody, TruthCase, TruthInitiator, TruthOrigins, TruthRequest } from '../truth/truth-case.ts';
import { isScripted, type Mutation, nudged, padded } from './mutation.ts';
import { methods, requestHeaders } from './odd-requests.ts';
import type { Random } from './random.ts';

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

const changeRequest =
  (
    change: (random: Random, request: TruthRequest, of: TruthCase, origins: TruthOrigins) => Partial<TruthRequest>,
  ): Mutation =>
  (random, of, origins) => ({ ...of, request: { ...of.request, ...change(random, of.request, of, origins) } });

/** Changes of who asks, and how. */
export const requestMutations: readonly Mutation[] = [
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
