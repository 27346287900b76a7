import { expect, test } from 'vitest';
import { CrossOriginGate } from '../../../src/capture/cross-origin-gate.ts';
import type { EventObservation } from '../../../src/exchange/observation.ts';
import { completed, failed, observe, requestHeaders, responseHeaders, started } from '../exchange/observe.ts';

const own = { url: 'https://app.test/x' };
const nobody = { initiator: { origin: null, url: null } };
const headers = [['Server', 'x']] as const;

/** Which of the observations come through, by their place, in the order in which they do. */
const cases: { name: string; observations: EventObservation[]; through: number[] }[] = [
  {
    name: 'cross-origin requests pass',
    observations: [observe('1', started), observe('1', completed)],
    through: [0, 1],
  },
  {
    name: 'same-origin requests do not',
    observations: [observe('1', started, own), observe('1', responseHeaders(), own), observe('1', completed, own)],
    through: [],
  },
  {
    name: 'a redirect to another origin lets all of it pass, also a later hop back home',
    observations: [
      observe('1', started, own),
      observe('1', responseHeaders(302), own),
      observe('1', started),
      observe('1', started, own),
      observe('1', completed, own),
    ],
    through: [0, 1, 2, 3, 4],
  },
  {
    name: 'a request of nobody passes once it shows an Origin',
    observations: [
      observe('1', started, nobody),
      observe('1', requestHeaders([['Origin', 'https://app.test']]), nobody),
    ],
    through: [0, 1],
  },
  {
    name: 'a request of nobody without one does not',
    observations: [observe('1', started, nobody), observe('1', requestHeaders(), nobody), observe('1', failed, nobody)],
    through: [],
  },
  {
    name: 'a preflight passes also where redirects have led its request back home',
    observations: [
      observe('2', started, own),
      observe('2', requestHeaders([['Access-Control-Request-Method', 'PUT']]), own),
      observe('2', responseHeaders(), own),
      observe('2', completed, own),
    ],
    through: [0, 1, 2, 3],
  },
  {
    name: 'effective headers pass only where they differ',
    observations: [
      observe('1', responseHeaders(200, headers)),
      observe('1', { kind: 'effective-headers', headers }),
      observe('1', { kind: 'effective-headers', headers: [['Server', 'y']] }),
    ],
    through: [0, 2],
  },
  {
    name: 'what is no request passes',
    observations: [
      { kind: 'navigated', url: '', at: 1 },
      { kind: 'interrupted', from: 1, at: 2 },
    ],
    through: [0, 1],
  },
];

test.each(cases)('$name', ({ observations, through }) => {
  const gate = new CrossOriginGate();
  const passed = observations.flatMap((observation) => gate.pass(observation));
  expect(passed.map((one) => observations.indexOf(one))).toEqual(through);
});
