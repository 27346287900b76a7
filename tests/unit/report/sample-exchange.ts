import type { HeaderLine } from '../../../src/cors/header-list.ts';
import type { Exchange, Hop, ObservedResponse } from '../../../src/exchange/exchange.ts';
import { blankExchange, blankHop, blankResponse } from '../blank.ts';

const at = 1_795_350_000_000;

export function answer(status: number, headers: readonly HeaderLine[]): ObservedResponse {
  return { ...blankResponse, at: at + 40, status, headers };
}

export function hop(changes: Partial<Hop> = {}): Hop {
  return {
    ...blankHop,
    url: 'https://api.test/items/1?access_token=s3cret',
    startedAt: at,
    requestHeaders: [
      ['Origin', 'https://app.test'],
      ['Cookie', 'session=s3cret; theme=dark'],
      ['Authorization', 'Bearer s3cret'],
      ['X-Api-Key', 's3cret'],
    ],
    sentAt: at,
    response: answer(200, [
      ['Content-Type', 'application/json'],
      ['Server', 'nginx/1.22.1'],
      ['Set-Cookie', 'session=s3cret; SameSite=None; Secure'],
    ]),
    ...changes,
  };
}

/** An exchange that Chromium refused, of the given hops. */
export function refused(hops: readonly Hop[], changes: Partial<Exchange> = {}): Exchange {
  return {
    ...blankExchange,
    initiator: { origin: 'https://app.test', url: 'https://app.test/cart?token=s3cret' },
    startedAt: at,
    hops,
    ending: { kind: 'failed', at: at + 50, error: 'net::ERR_FAILED' },
    ...changes,
  };
}

/** A PUT whose preflight was answered 403 without a CORS header. */
export function blockedPut(): Exchange {
  return refused([
    hop({
      method: 'PUT',
      preflight: {
        requestId: '2',
        startedAt: at,
        requestHeaders: [
          ['Origin', 'https://app.test'],
          ['Access-Control-Request-Method', 'PUT'],
          ['Access-Control-Request-Headers', 'authorization,content-type'],
        ],
        response: answer(403, [
          ['Server', 'nginx/1.22.1'],
          ['X-Api-Key', 's3cret'],
        ]),
        ending: { kind: 'completed', at: at + 40 },
      },
      requestHeaders: null,
      sentAt: null,
      response: null,
    }),
  ]);
}
