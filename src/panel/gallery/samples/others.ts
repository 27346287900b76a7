import type { Sample } from '../sample.ts';
import { allow, credentials, failed, json, page, vary } from './header-lines.ts';

/** What is neither allowed nor blocked. */
export const otherSamples: readonly Sample[] = [
  {
    name: 'opaque',
    type: 'image',
    mode: 'no-cors',
    url: 'https://pixel.stats.test/t.gif',
    answers: [{ status: 200, headers: [] }],
  },
  { name: 'pending', url: 'https://api.shop.test/v1/events', stillRunning: true },
  {
    name: 'contradiction',
    url: 'https://api.shop.test/v1/strange',
    answers: [{ status: 200, headers: [allow(page), credentials, vary, json] }],
    error: failed,
  },
];
