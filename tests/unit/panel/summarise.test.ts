import { expect, test } from 'vitest';
import { summarise } from '../../../src/panel/status/summarise.ts';
import { madeExchange, madeJudged, madePreflight, madeResponse } from './made.ts';

test('the status bar adds up requests, faults, and what preflights cost', () => {
  const answered = madePreflight({ response: madeResponse({ at: 1038 }) });
  const failed = madePreflight({ ending: { kind: 'failed', at: 1012, error: 'net::ERR_FAILED' } });
  const running = madePreflight({ ending: { kind: 'pending' } });
  const summary = summarise([
    madeJudged({ outcome: 'blocked', preflight: 'sent' }, madeExchange({}, { preflight: failed })),
    madeJudged({ preflight: 'sent' }, madeExchange({}, { preflight: answered })),
    madeJudged(
      { preflight: 'sent', warnings: [{ name: 'preflight-repeated', parameter: '' }] },
      madeExchange({}, { preflight: answered }),
    ),
    madeJudged({ outcome: 'pending', preflight: 'sent' }, madeExchange({}, { preflight: running })),
    madeJudged({ outcome: 'not-cors', notCors: 'offline' }),
  ]);
  expect(summary).toEqual({
    requests: 5,
    blocked: 1,
    notCors: 1,
    warned: 1,
    preflights: { sent: 4, milliseconds: 12 + 38 + 38, avoidable: 1 },
  });
});
