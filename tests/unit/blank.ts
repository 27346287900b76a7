import type { Exchange, Hop, ObservedResponse } from '../../src/exchange/exchange.ts';
import type { Verdict } from '../../src/judge/verdict.ts';

// Records with quiet values, for tests to put in what they are about: a new field is added here alone.

export const blankResponse: ObservedResponse = {
  at: 0,
  status: 200,
  statusText: '',
  headers: [],
  effectiveHeaders: null,
  fromCache: false,
};

export const blankHop: Hop = {
  url: 'https://api.test/items',
  method: 'GET',
  startedAt: 0,
  preflight: null,
  requestHeaders: null,
  sentAt: null,
  response: null,
  redirectedTo: null,
};

export const blankExchange: Exchange = {
  id: '1',
  tabId: 1,
  frameId: 0,
  type: 'xmlhttprequest',
  initiator: { origin: 'https://app.test', url: null },
  startedAt: 0,
  hops: [],
  ending: { kind: 'completed', at: 0 },
  page: 0,
  sources: ['web-request'],
  stack: [],
  networkError: null,
  timingStatus: null,
};

export const blankVerdict: Verdict = {
  engine: 'chromium',
  outcome: 'allowed',
  reason: null,
  otherReason: null,
  parameter: '',
  stage: null,
  hop: 0,
  mode: 'cors',
  credentialed: false,
  preflight: 'none',
  checks: [],
  assumptions: [],
  contradiction: null,
  notCors: null,
  warnings: [],
  exposure: null,
};
