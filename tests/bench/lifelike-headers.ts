import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { Exchange, ObservedResponse } from '../../src/exchange/exchange.ts';

/** What Chromium adds to a request of a page's script. */
const fromBrowser: readonly HeaderLine[] = [
  ['Accept', '*/*'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-GB,en;q=0.9'],
  ['Connection', 'keep-alive'],
  ['Referer', 'http://localhost:8801/'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Sec-Fetch-Site', 'cross-site'],
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  ],
  ['sec-ch-ua', '"Chromium";v="156", "Not.A/Brand";v="99"'],
  ['sec-ch-ua-mobile', '?0'],
  ['sec-ch-ua-platform', '"Linux"'],
];

/** What a server behind a proxy adds to an answer. */
const fromServer: readonly HeaderLine[] = [
  ['Content-Length', '1834'],
  ['Date', 'Sun, 22 Nov 2026 12:00:00 GMT'],
  ['ETag', 'W/"72a-18c2f0b3d68"'],
  ['Server', 'nginx/1.22.1'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Request-Id', '0f3c6c6e-7a0f-4a58-a1d5-3f0a6f7c1b22'],
  ['Keep-Alive', 'timeout=5'],
];

/** The recordings keep only what matters to a verdict; this is the exchange with the headers that come with it in a browser. */
export function withLifelikeHeaders(exchange: Exchange): Exchange {
  return {
    ...exchange,
    hops: exchange.hops.map((hop) => ({
      ...hop,
      requestHeaders: hop.requestHeaders && [...fromBrowser, ...hop.requestHeaders],
      response: answered(hop.response),
      preflight: hop.preflight && {
        ...hop.preflight,
        requestHeaders: [...fromBrowser, ...hop.preflight.requestHeaders],
        response: answered(hop.preflight.response),
      },
    })),
  };
}

function answered(response: ObservedResponse | null): ObservedResponse | null {
  return response && { ...response, headers: [...response.headers, ...fromServer] };
}
