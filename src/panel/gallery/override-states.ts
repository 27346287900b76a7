import type { HeaderLine } from '../../cors/header-list.ts';
import { type Override, type OverrideState, overrideLasts } from '../../override/override.ts';
import { overrideOff } from './gallery-overrides.ts';
import { type GalleryState, morning, told } from './gallery-state.ts';
import type { Sample } from './sample.ts';
import { allowedSamples, blockedSamples } from './samples.ts';

const page = 'https://app.shop.test';
const live = 'https://www.shop.example';
const server = 'https://api.shop.test';

/** What the first blocked sample needs: one more request header allowed. */
const patches: Override['patches'] = [
  {
    target: server,
    initiator: page,
    sparedHosts: [],
    actions: [
      { operation: 'append', name: 'Access-Control-Allow-Headers', value: 'authorization' },
      { operation: 'set', name: 'Access-Control-Allow-Origin', value: page },
      { operation: 'set', name: 'Access-Control-Max-Age', value: '0' },
    ],
  },
];

const ownRules: Override['ownRules'] = [
  { target: server, direction: 'request', action: { operation: 'set', name: 'X-Api-Key', value: 'dev-4711' } },
  { target: server, direction: 'response', action: { operation: 'remove', name: 'X-Frame-Options' } },
];

/** On since the morning, with 29:41 left. */
function on(changed: Partial<Override> = {}): () => OverrideState {
  return () => ({
    ...overrideOff,
    override: {
      tabId: 1,
      pageOrigin: page,
      startedAt: morning + 10_000,
      endsAt: Date.now() + overrideLasts - 19_000,
      patches,
      ownRules: [],
      ...changed,
    },
  });
}

const before = blockedSamples.slice(0, 4);
const [first] = before;

/** The first blocked request once more: its preflight changed by the override. */
function retried(isEnough: boolean): Sample[] {
  if (!first || typeof first.preflight !== 'object') return [];
  const { status, headers } = first.preflight;
  const more: HeaderLine[] = [
    ['Access-Control-Allow-Headers', isEnough ? 'authorization' : 'x-nothing'],
    ['Access-Control-Max-Age', '0'],
  ];
  const preflight = { status, headers, effective: [...headers, ...more] };
  if (!isEnough) return [{ ...first, preflight }];
  const { error: _, ...again } = first;
  const origin: HeaderLine = ['Access-Control-Allow-Origin', page];
  const answer: readonly HeaderLine[] = [origin, ['Content-Type', 'application/json'], ['Vary', 'Origin']];
  return [{ ...again, preflight, answers: [{ status: 200, headers: answer, effective: [...answer, ...more] }] }];
}

const beforeAndAfter = (isEnough: boolean) => [
  ...told([...before, ...allowedSamples]),
  ...told(retried(isEnough), morning + 14_000, 90),
];

/** Every state in which an override has something to say. */
export const overrideStates: readonly GalleryState[] = [
  {
    id: 'override-try',
    title: 'Try this fix',
    observations: told(before),
    press: ['[data-action=try-fix]'],
  },
  {
    id: 'override-try-all',
    title: 'Make this page work',
    observations: told(blockedSamples),
    press: ['[data-action=try-fix]', '[data-action=for-all]'],
  },
  {
    id: 'override-live-site',
    title: 'No development origin',
    observations: told(before.map((sample) => ({ ...sample, page: live }))),
    override: () => ({ ...overrideOff, page: { origin: live, isDevelopment: false } }),
    press: ['[data-action=try-fix]'],
  },
  {
    id: 'override-impossible',
    title: 'An override cannot help',
    observations: told(blockedSamples.filter(({ name }) => name === 'PreflightInvalidStatus')),
  },
  { id: 'override-on', title: 'An override is on', observations: told(before), override: on() },
  {
    id: 'override-works',
    title: 'The override works',
    observations: beforeAndAfter(true),
    override: on(),
    press: ['[data-exchange-url$="orders/7"][data-outcome=blocked]'],
  },
  {
    id: 'override-changed',
    title: 'A request that the override changed',
    observations: beforeAndAfter(true),
    override: on(),
    press: ['[data-exchange-url$="orders/7"][data-outcome=allowed]'],
  },
  { id: 'override-fails', title: 'The override does not help', observations: beforeAndAfter(false), override: on() },
  {
    id: 'override-firefox',
    title: 'An override in Firefox',
    observations: told(allowedSamples, morning + 12_000),
    engine: 'firefox',
    override: on(),
    press: ['[data-exchange-url$="login"]'],
  },
  {
    id: 'override-ended',
    title: 'The override has ended',
    observations: told(before),
    override: () => ({ ...overrideOff, ended: { reason: 'left-origin', at: morning + 20_000 } }),
  },
  {
    id: 'own-headers',
    title: 'Headers of one’s own',
    observations: told(before),
    override: () => ({ ...on({ ownRules })(), developmentOrigins: ['https://staging.shop.example'] }),
    press: ['[data-action=override]'],
  },
  {
    id: 'own-header-refused',
    title: 'A header that is refused',
    observations: told(before),
    press: ['[data-action=override]', '[data-action=add-own-rule]', '[data-action=save-own-rule]'],
  },
];
