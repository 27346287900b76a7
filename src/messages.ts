import type { Milliseconds } from './exchange/exchange.ts';
import type { Observation, RequestObservation } from './exchange/observation.ts';
import type { OverrideCommand } from './override/commands.ts';
import type { OverrideAnswer, OverrideState } from './override/override.ts';

// What the parts of the extension say to each other: one union for each way. The panel and the DevTools page (the
// "keeper" of the log) talk over a BroadcastChannel, which only pages of this extension can join. Each of them talks to
// the background over ports; what needs one answer and no more is a single message.

/** The channel of the panels and the keeper of one tab. */
export function channelName(tabId: number): string {
  return `cors-lens:${tabId}`;
}

/** The channel on which the background tells of a change of access. */
export const accessChannelName = 'cors-lens:access';

/** Whether the extension may look at sites. */
export interface AccessChange {
  readonly kind: 'access';
  readonly granted: boolean;
}

/** What the keeper tells of itself. */
export interface KeeperState {
  /** `reconnecting`: nothing is heard yet, or nothing more for now. */
  readonly recording: 'on' | 'paused' | 'reconnecting';
  /** Extensions may not look at the page that the tab shows. */
  readonly forbidden: boolean;
  /** How many of the oldest observations the log had to drop. */
  readonly dropped: number;
}

/** Panel to keeper. */
export type PanelMessage =
  /** Asks for the state and the whole log. `panel` is the answer's address. */
  | { readonly kind: 'hello'; readonly panel: string }
  /** Is the keeper still there? */
  | { readonly kind: 'ping' }
  | { readonly kind: 'set-recording'; readonly on: boolean }
  | { readonly kind: 'clear' };

/**
 * Keeper to panels. Observations are numbered: `next` is the number that the next one will have, so that a panel
 * notices a gap and asks anew.
 */
export type KeeperMessage =
  /** The keeper has come up. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'state'; readonly state: KeeperState }
  /** Part of the log for one panel. The first part replaces all that it has. */
  | {
      readonly kind: 'replay';
      readonly panel: string;
      readonly isFirst: boolean;
      readonly observations: readonly Observation[];
      readonly next: number;
    }
  | { readonly kind: 'observed'; readonly observations: readonly Observation[]; readonly next: number }
  | { readonly kind: 'cleared'; readonly next: number }
  /** DevTools of the tab are closing. */
  | { readonly kind: 'goodbye' };

/** The name of the port on which a DevTools page that may not listen itself has the background listen. */
export const listenPortName = 'listen';

/** DevTools page to background, over the port. The background listens from `listen` until the port closes. */
export type ListenMessage =
  | { readonly kind: 'listen'; readonly tabId: number }
  /** Whether it may listen sparingly while the page is busy: not unless told so. */
  | { readonly kind: 'allow-sparing'; readonly allowed: boolean }
  /** Keeps the background from idling out. */
  | { readonly kind: 'ping' };

/** Background to DevTools page, over the port. */
export type ListenerMessage =
  | { readonly kind: 'listening'; readonly at: Milliseconds }
  /** How closely it listens from now on. */
  | { readonly kind: 'attentive'; readonly sparingly: boolean; readonly at: Milliseconds }
  | { readonly kind: 'observed'; readonly observations: readonly RequestObservation[] }
  /** The page has begun a worker with that script. Told where that is all that is heard of it. */
  | { readonly kind: 'worker-began'; readonly url: string }
  | { readonly kind: 'pong'; readonly at: Milliseconds };

/** Panel to background, for a panel without a permissions API (Firefox). */
export type Request =
  /** Asks whether access is granted: answered with an AccessChange. */
  | { readonly kind: 'get-access' }
  /** Opens the page that asks the person for access. */
  | { readonly kind: 'open-access-page' };

/** DevTools page to background (Firefox): what does a frame's resource timing tell of these addresses? */
export interface FrameQuestion {
  readonly kind: 'ask-frame';
  readonly tabId: number;
  readonly frameId: number;
  readonly urls: readonly string[];
}

/** The name of the port that a DevTools page keeps open as long as it lives: an override ends when it closes. */
export const attendPortName = 'attend';

/** DevTools page to background, over the port. */
export type AttendMessage =
  | { readonly kind: 'attend'; readonly tabId: number }
  /** Keeps the background from idling out. */
  | { readonly kind: 'ping' };

/** The name of the port over which a panel follows the override of its tab, and changes it. */
export const overridePortName = 'override';

/** Panel to background, over the port. */
export type OverrideMessage =
  /** First of all. Answered with the state, now and whenever it changes. */
  | { readonly kind: 'follow'; readonly tabId: number }
  /** `call` is the answer's address. */
  | { readonly kind: 'command'; readonly call: number; readonly command: OverrideCommand };

/** Background to panel, over the port. */
export type OverriderMessage =
  | { readonly kind: 'override-state'; readonly state: OverrideState }
  /** The state that the command left was told before. */
  | { readonly kind: 'answer'; readonly call: number; readonly answer: OverrideAnswer };

interface MessageOf {
  panel: PanelMessage;
  keeper: KeeperMessage;
  listen: ListenMessage;
  listener: ListenerMessage;
  request: Request;
  frame: FrameQuestion;
  access: AccessChange;
  attend: AttendMessage;
  override: OverrideMessage;
  overrider: OverriderMessage;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isYesOrNo: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number';
const isList: Check = (value) => Array.isArray(value);
const isRecord: Check = (value) => typeof value === 'object' && value !== null;

type Fields<Message> = { readonly [Field in Exclude<keyof Message, 'kind'>]-?: Check };
type Shapes<Message extends { readonly kind: string }> = {
  readonly [Kind in Message['kind']]: Fields<Extract<Message, { readonly kind: Kind }>>;
};

/** For each way the kinds that go it, with what each field must look like. A message without its row does not compile. */
const shapes: { readonly [Way in keyof MessageOf]: Shapes<MessageOf[Way]> } = {
  panel: { hello: { panel: isText }, ping: {}, 'set-recording': { on: isYesOrNo }, clear: {} },
  keeper: {
    opened: {},
    state: { state: isRecord },
    replay: { panel: isText, isFirst: isYesOrNo, observations: isList, next: isNumber },
    observed: { observations: isList, next: isNumber },
    cleared: { next: isNumber },
    goodbye: {},
  },
  listen: { listen: { tabId: isNumber }, 'allow-sparing': { allowed: isYesOrNo }, ping: {} },
  listener: {
    listening: { at: isNumber },
    attentive: { sparingly: isYesOrNo, at: isNumber },
    observed: { observations: isList },
    'worker-began': { url: isText },
    pong: { at: isNumber },
  },
  request: { 'get-access': {}, 'open-access-page': {} },
  frame: { 'ask-frame': { tabId: isNumber, frameId: isNumber, urls: isList } },
  access: { access: { granted: isYesOrNo } },
  attend: { attend: { tabId: isNumber }, ping: {} },
  override: { follow: { tabId: isNumber }, command: { call: isNumber, command: isRecord } },
  overrider: { 'override-state': { state: isRecord }, answer: { call: isNumber, answer: isRecord } },
};

// Maps: what a message names may be `constructor`.
const fieldsOf = new Map<string, ReadonlyMap<unknown, readonly (readonly [string, Check])[]>>(
  Object.entries(shapes).map(([way, kinds]) => [
    way,
    new Map(Object.entries(kinds).map(([kind, fields]) => [kind, Object.entries(fields)])),
  ]),
);

/**
 * Takes a message for what it should be, or gives null: for one of another version (an extension updated while DevTools
 * was open), of another purpose, or of another shape. Who sent it is for the receiver to see to.
 */
export function readMessage<Way extends keyof MessageOf>(way: Way, data: unknown): MessageOf[Way] | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const fields = fieldsOf.get(way)?.get(data.kind);
  const fits = fields?.every(([name, isRight]) => isRight(Reflect.get(data, name))) === true;
  return fits ? (data as MessageOf[Way]) : null;
}
