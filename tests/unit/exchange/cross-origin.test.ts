import { expect, test } from 'vitest';
import { isCrossOrigin } from '../../../src/exchange/cross-origin.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import { observe, preflight, requestHeaders, started } from './observe.ts';

const same = 'https://app.test/x';
const nobody = { origin: null, url: null };

const cases: { name: string; observations: Observation[]; crosses: boolean }[] = [
  { name: 'to its own origin', observations: [observe('1', started, { url: same })], crosses: false },
  { name: 'to another host', observations: [observe('1', started)], crosses: true },
  {
    name: 'to a host that only begins like its own',
    observations: [observe('1', started, { url: 'https://app.test.evil.test/' })],
    crosses: true,
  },
  {
    name: 'to its own origin with the default port spelt out',
    observations: [observe('1', started, { url: 'https://app.test:443/x' })],
    crosses: false,
  },
  { name: 'to another port', observations: [observe('1', started, { url: 'https://app.test:8443/' })], crosses: true },
  { name: 'to another scheme', observations: [observe('1', started, { url: 'http://app.test/' })], crosses: true },
  {
    name: 'from an opaque origin, wherever to',
    observations: [observe('1', started, { initiator: { origin: 'null', url: null } })],
    crosses: true,
  },
  {
    name: 'taken elsewhere by a redirect',
    observations: [observe('1', started, { url: same }), observe('1', started, { url: 'https://api.test/' })],
    crosses: true,
  },
  {
    name: 'from nobody that is known',
    observations: [observe('1', started, { initiator: nobody })],
    crosses: false,
  },
  {
    name: 'from nobody that is known, but with an Origin',
    observations: [observe('1', requestHeaders([['Origin', 'https://app.test']]), { initiator: nobody })],
    crosses: true,
  },
  {
    name: 'from nobody that is known, but with a preflight',
    observations: [observe('1', started, { initiator: nobody }), ...preflight('p', 'PUT', { initiator: nobody })],
    crosses: true,
  },
  {
    name: 'to what is no URL',
    observations: [observe('1', started, { url: 'no url' })],
    crosses: true,
  },
];

test.each(cases)('$name', ({ observations, crosses }) => {
  expect(foldObservations(observations).map(isCrossOrigin)).toEqual([crosses]);
});
