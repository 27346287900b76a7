import { expect, test, vi } from 'vitest';
import type { OverriderMessage } from '../../../../src/messages.ts';
import type { OverrideState } from '../../../../src/override/override.ts';
import { OverrideLink, type OverridePort } from '../../../../src/panel/live/override-link.ts';

const off: OverrideState = {
  page: { origin: 'http://localhost:3000', isDevelopment: true },
  override: null,
  ended: null,
  developmentOrigins: [],
};

/** A background's end of a port, with what was sent to it. */
class FakePort implements OverridePort {
  readonly sent: unknown[] = [];
  tell: (message: OverriderMessage) => void = () => {};
  end: () => void = () => {};
  readonly onMessage = {
    addListener: (listener: (data: unknown) => void) => {
      this.tell = listener;
    },
  };
  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.end = listener;
    },
  };

  postMessage(message: unknown): void {
    this.sent.push(message);
  }
}

function made() {
  const ports: FakePort[] = [];
  const link = new OverrideLink(7, () => {
    const port = new FakePort();
    ports.push(port);
    return port;
  });
  const states: (OverrideState | null)[] = [];
  link.onStateChange((state) => states.push(state));
  return { ports, link, states };
}

test('it follows its tab, and tells each state once', () => {
  const { ports, link, states } = made();
  expect(link.state).toBeNull();
  expect(ports[0]?.sent).toEqual([{ kind: 'follow', tabId: 7 }]);
  ports[0]?.tell({ kind: 'override-state', state: off });
  ports[0]?.tell({ kind: 'override-state', state: structuredClone(off) });
  expect(states).toEqual([off]);
});

test('each command gets its own answer', async () => {
  const { ports, link } = made();
  const first = link.command({ kind: 'extend' });
  const second = link.command({ kind: 'turn-off' });
  ports[0]?.tell({ kind: 'answer', call: 2, answer: { done: true } });
  ports[0]?.tell({ kind: 'answer', call: 1, answer: { done: false, refusal: 'no-override', detail: '' } });
  expect(await first).toMatchObject({ refusal: 'no-override' });
  expect(await second).toEqual({ done: true });
});

test('when the background ends it says so, calls it back at once and answers what was open', async () => {
  const { ports, link, states } = made();
  ports[0]?.tell({ kind: 'override-state', state: off });
  const open = link.command({ kind: 'extend' });
  ports[0]?.end();
  expect(await open).toMatchObject({ done: false, refusal: 'unreachable' });
  expect(states).toEqual([off, null]);
  expect(ports[1]?.sent).toEqual([{ kind: 'follow', tabId: 7 }]);
});

test('a background that does not answer is left in peace for a moment', () => {
  vi.useFakeTimers();
  const { ports } = made();
  ports[0]?.end();
  expect(ports).toHaveLength(1);
  vi.runAllTimers();
  expect(ports).toHaveLength(2);
  vi.useRealTimers();
});
