import type { HeaderLine } from '../../cors/header-list.ts';
import type { Observation, RequestSighting } from '../../exchange/observation.ts';

/** An answer of a made-up server. */
export interface SampleAnswer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /** What header rules of the browser make of the headers; absent where there are none. */
  readonly effective?: readonly HeaderLine[];
  /** Milliseconds it took. */
  readonly took?: number;
}

/** A request with its answers, as a gallery visitor would describe it. Capture's events are made from it. */
export interface Sample {
  /** What it shows: the name of a reason, a cause or a warning, or a few words. */
  readonly name: string;
  /** How often the page makes it. Default: once. */
  readonly times?: number;
  /** Default: `https://app.shop.test`. */
  readonly page?: string;
  /** Default: `xmlhttprequest`. */
  readonly type?: string;
  /** Default: `GET`. */
  readonly method?: string;
  readonly url: string;
  /** What the page's code set; and a cookie where credentials are included. */
  readonly headers?: readonly HeaderLine[];
  /** `no-answer`: it was sent, and nothing came back. Absent: none was sent. */
  readonly preflight?: SampleAnswer | 'no-answer';
  /** One per answer: all but the last are redirects. Empty: the request got no answer, or was never sent. */
  readonly answers?: readonly SampleAnswer[];
  /** The browser's error; absent where the page got the answer. `pending` where it is not over. */
  readonly error?: string;
  /** The mode as `Sec-Fetch-Mode` tells it. Default: `cors`. */
  readonly mode?: string;
  readonly stillRunning?: boolean;
  /** The browser stopped it before it was sent. */
  readonly neverSent?: boolean;
}

/**
 * The events that Chromium would show for a sample.
 *
 * @param number makes its request ids unique
 * @param at when the page made the request
 */
export function observationsOf(sample: Sample, number: number, at: number): Observation[] {
  const { method = 'GET', page = 'https://app.shop.test', mode = 'cors', answers = [], preflight } = sample;
  const observations: Observation[] = [];
  let now = at;
  let url = sample.url;
  const sighting = (requestId: string, requestMethod: string): RequestSighting => ({
    requestId,
    tabId: 1,
    frameId: 0,
    documentId: 'gallery',
    url,
    method: requestMethod,
    type: sample.type ?? 'xmlhttprequest',
    initiator: { origin: page, url: page === 'null' ? null : `${page}/` },
    at: now,
  });
  const own = () => sighting(`${number}`, method);
  const sentHeaders = (origin: string): HeaderLine[] => [
    ...(mode === 'cors' ? [['Origin', origin] as const] : []),
    ['Sec-Fetch-Mode', mode],
    ['Sec-Fetch-Site', 'same-site'],
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0'],
    ...(sample.headers ?? []),
  ];

  observations.push({ ...own(), kind: 'started' });
  if (preflight !== undefined) {
    const asked = (sample.headers ?? []).map(([name]) => name.toLowerCase()).filter((name) => name !== 'cookie');
    const ask = () => sighting(`${number}p`, 'OPTIONS');
    observations.push(
      { ...ask(), kind: 'started' },
      {
        ...ask(),
        kind: 'request-headers',
        sent: true,
        headers: [
          ['Origin', page],
          ['Access-Control-Request-Method', method],
          ...(asked.length > 0 ? [['Access-Control-Request-Headers', asked.sort().join(',')] as const] : []),
          ['Sec-Fetch-Mode', 'cors'],
        ],
      },
    );
    if (preflight !== 'no-answer') {
      now += preflight.took ?? 38;
      observations.push({ ...ask(), kind: 'response-headers', ...answer(preflight) }, ...afterRules(ask(), preflight), {
        ...ask(),
        kind: 'completed',
        fromCache: false,
        readable: true,
      });
    } else {
      now += 21;
      observations.push({ ...ask(), kind: 'failed', error: 'net::ERR_FAILED' });
    }
  }
  const isAnswered = answers.length > 0 || (preflight === undefined && sample.error !== undefined);
  const isSent = !sample.neverSent && (isAnswered || sample.stillRunning);
  if (isSent) observations.push({ ...own(), kind: 'request-headers', sent: true, headers: sentHeaders(page) });
  for (const each of answers) {
    now += each.took ?? 64;
    observations.push({ ...own(), kind: 'response-headers', ...answer(each) }, ...afterRules(own(), each));
    const location = each.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    const isLast = each === answers.at(-1);
    if (location === undefined || isLast) continue;
    observations.push({ ...own(), kind: 'redirected', to: location });
    // From one foreign origin to another: the browser no longer says whose request it is.
    const origin = new URL(location).origin === new URL(url).origin ? page : 'null';
    url = location;
    observations.push(
      { ...own(), kind: 'started' },
      { ...own(), kind: 'request-headers', sent: true, headers: sentHeaders(origin) },
    );
  }
  now += 3;
  if (sample.stillRunning) return observations;
  if (sample.error !== undefined) observations.push({ ...own(), kind: 'failed', error: sample.error });
  else observations.push({ ...own(), kind: 'completed', fromCache: false, readable: true });
  return observations;
}

function afterRules(sighting: RequestSighting, { effective }: SampleAnswer): Observation[] {
  return effective ? [{ ...sighting, kind: 'effective-headers', headers: effective }] : [];
}

function answer({ status, headers }: SampleAnswer) {
  const texts: Readonly<Record<number, string>> = {
    200: 'OK',
    201: 'Created',
    204: 'No Content',
    302: 'Found',
    401: 'Unauthorized',
    404: 'Not Found',
    405: 'Method Not Allowed',
    500: 'Internal Server Error',
  };
  return { status, statusText: texts[status] ?? '', headers };
}
