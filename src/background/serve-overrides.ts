import { browser, type Runtime } from '../browser.ts';
import { attendPortName, type OverriderMessage, overridePortName, readMessage } from '../messages.ts';
import { LiveOverrideBrowser, overrideAlarm } from '../override/live-override-browser.ts';
import { Overrides } from '../override/overrides.ts';
import { isOurs } from './is-ours.ts';

const panelPath = 'src/panel/panel.html';

/**
 * Starts and ends overrides as panels ask, and ends them whenever there is a reason to.
 *
 * @returns the overrides, which know what rules are on
 */
export function serveOverrides(): Overrides {
  const overrides: Overrides = new Overrides(new LiveOverrideBrowser(() => void overrides.check()));
  browser.runtime.onConnect.addListener((port) => {
    if (!isOurs(port.sender)) return;
    if (port.name === attendPortName) attend(port, overrides);
    if (port.name === overridePortName && isPanel(port.sender)) serve(port, overrides);
  });
  // Each of these also starts a background that is not running.
  browser.runtime.onInstalled.addListener(() => void overrides.check());
  browser.runtime.onStartup.addListener(() => void overrides.check());
  browser.permissions.onRemoved.addListener(() => void overrides.check());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === overrideAlarm) void overrides.check();
  });
  browser.action.onClicked.addListener(({ id }) => {
    if (id !== undefined) void overrides.command(id, { kind: 'turn-off' });
  });
  void overrides.check();
  return overrides;
}

function isPanel(sender: Runtime.MessageSender | undefined): boolean {
  return sender?.url?.startsWith(browser.runtime.getURL(panelPath)) === true;
}

function attend(port: Runtime.Port, overrides: Overrides): void {
  let leave = () => {};
  port.onMessage.addListener((data) => {
    const message = readMessage('attend', data);
    // A ping has done its work by being a message.
    if (message?.kind !== 'attend') return;
    leave();
    leave = overrides.attend(message.tabId);
  });
  port.onDisconnect.addListener(() => leave());
}

function serve(port: Runtime.Port, overrides: Overrides): void {
  let tabId: number | null = null;
  let leave = () => {};
  const send = (message: OverriderMessage) => port.postMessage(message);
  port.onMessage.addListener((data) => {
    const message = readMessage('override', data);
    switch (message?.kind) {
      case 'follow':
        leave();
        tabId = message.tabId;
        leave = overrides.follow(tabId, (state) => send({ kind: 'override-state', state }));
        break;
      case 'command': {
        const { call, command } = message;
        if (tabId === null) return;
        void overrides.command(tabId, command).then(
          (answer) => send({ kind: 'answer', call, answer }),
          (error: unknown) =>
            send({ kind: 'answer', call, answer: { done: false, refusal: 'refused', detail: String(error) } }),
        );
        break;
      }
      case undefined:
    }
  });
  port.onDisconnect.addListener(() => leave());
}
