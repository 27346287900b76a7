import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keeper } from '../../../src/devtools/keeper.ts';
import { ObservationLog } from '../../../src/devtools/observation-log.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import { RecordJoin } from '../../../src/exchange/recorded/join.ts';
import type { KeeperState } from '../../../src/messages.ts';
import { LogStream } from '../../../src/panel/live/log-stream.ts';
import { completed, observe, started } from '../exchange/observe.ts';
import { channelPair } from './channel-pair.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(log = new ObservationLog()) {
  const { keeperEnd, panelEnd } = channelPair();
  const listening: boolean[] = [];
  const setListening = (on: boolean) => {
    listening.push(on);
    if (on) keeper.setConnected(true);
  };
  const keeper = new Keeper(keeperEnd, setListening, new RecordJoin({ tabId: 1, tellsRefusals: true }), log);
  keeper.setConnected(true);
  return { keeper, listening, keeperEnd, showPanel: () => new Panel(panelEnd) };
}

/** What a panel has by now. */
class Panel {
  observations: Observation[] = [];
  states: (KeeperState | null)[] = [];
  readonly stream: LogStream;

  constructor(channel: ReturnType<typeof channelPair>['panelEnd']) {
    this.stream = new LogStream(
      channel,
      ({ replace, observations }) => {
        this.observations = [...(replace ? [] : this.observations), ...observations];
      },
      (state) => this.states.push(state),
    );
    this.stream.replay();
  }

  get ids(): string[] {
    return this.observations.map((one) => ('requestId' in one ? one.requestId : one.kind));
  }
}

test('a panel that is shown late gets everything, then what comes', () => {
  const { keeper, showPanel } = open();
  keeper.observe(observe('1', started));
  const panel = showPanel();
  expect(panel.ids).toEqual(['1']);
  keeper.observe(observe('2', started));
  keeper.observe(observe('3', started));
  vi.advanceTimersByTime(60);
  expect(panel.ids).toEqual(['1', '2', '3']);
});

test('two panels each get everything once', () => {
  const { keeper, showPanel } = open();
  const first = showPanel();
  keeper.observe(observe('1', started));
  const second = showPanel();
  keeper.observe(observe('2', started));
  vi.advanceTimersByTime(60);
  expect([first.ids, second.ids]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

test('a log of many parts arrives whole and in order', () => {
  const { keeper, showPanel } = open();
  const ids = Array.from({ length: 5_001 }, (_, index) => String(index));
  for (const id of ids) keeper.observe(observe(id, started));
  expect(showPanel().ids).toEqual(ids);
});

test('a panel that missed a message asks for all of it again', () => {
  const { keeper, keeperEnd, showPanel } = open();
  const panel = showPanel();
  const post = keeperEnd.postMessage;
  keeperEnd.postMessage = () => {};
  keeper.observe(observe('1', started));
  vi.advanceTimersByTime(60);
  keeperEnd.postMessage = post;
  expect(panel.ids).toEqual([]);
  keeper.observe(observe('2', started));
  vi.advanceTimersByTime(60);
  expect(panel.ids).toEqual(['1', '2']);
});

test('same-origin requests never reach the log', () => {
  const { keeper, showPanel } = open();
  keeper.observe(observe('1', started, { url: 'https://app.test/x' }));
  expect(showPanel().ids).toEqual([]);
});

test('while paused nothing is listened to, and the gap is told', () => {
  const { keeper, listening, showPanel } = open();
  const panel = showPanel();
  vi.setSystemTime(1_000);
  panel.stream.send({ kind: 'set-recording', on: false });
  keeper.observe(observe('1', started));
  vi.setSystemTime(3_000);
  panel.stream.send({ kind: 'set-recording', on: true });
  keeper.observe(observe('2', started));
  vi.advanceTimersByTime(60);
  expect(panel.observations).toEqual([
    { kind: 'interrupted', from: 1_000, at: 3_000, cause: 'pause' },
    observe('2', started),
  ]);
  expect(listening).toEqual([false, true]);
  expect(panel.states.slice(-4).map((state) => state?.recording)).toEqual(['on', 'paused', 'reconnecting', 'on']);
});

test('clearing empties every panel, and what was under way stays forgotten', () => {
  const { keeper, showPanel } = open();
  const [first, second] = [showPanel(), showPanel()];
  keeper.observe(observe('1', started));
  first.stream.send({ kind: 'clear' });
  keeper.observe(observe('1', completed));
  keeper.observe(observe('2', started));
  vi.advanceTimersByTime(60);
  expect([first.ids, second.ids, showPanel().ids]).toEqual([['2'], ['2'], ['2']]);
});

test('a full log says how much it dropped', () => {
  const { keeper, showPanel } = open(new ObservationLog({ requests: 10, text: 1e9 }));
  const panel = showPanel();
  for (let id = 0; id < 11; id += 1) keeper.observe(observe(String(id), started));
  expect(panel.states.at(-1)?.dropped).toBe(2);
  expect(showPanel().ids).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10']);
});

test('the state tells of a lost connection and of forbidden pages', () => {
  const { keeper, showPanel } = open();
  const panel = showPanel();
  keeper.setConnected(false);
  keeper.setForbidden(true);
  expect(panel.states.at(-1)).toEqual({ recording: 'reconnecting', forbidden: true, dropped: 0 });
});

test('when DevTools close, the panel knows, and when they open again it gets the new log', () => {
  const { keeper, keeperEnd, showPanel } = open();
  const panel = showPanel();
  keeper.observe(observe('1', started));
  keeper.close();
  expect(panel.states.at(-1)).toBeNull();
  new Keeper(keeperEnd, () => {}, new RecordJoin({ tabId: 1, tellsRefusals: true }));
  expect(panel.states.at(-1)?.recording).toBe('reconnecting');
  expect(panel.ids).toEqual([]);
});

test('a keeper that went without a word is missed', () => {
  const { panelEnd } = channelPair();
  const panel = new Panel(panelEnd);
  vi.advanceTimersByTime(10_000);
  expect(panel.states.at(-1)).toBeNull();
});
