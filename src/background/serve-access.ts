import { allSites, browser, isFirefox, type Runtime } from '../browser.ts';
import { type AccessChange, accessChannelName, readMessage } from '../messages.ts';
import { isOurs } from './is-ours.ts';

/**
 * Does for Firefox's panels, which have no permissions API, what Chromium's do themselves: tells whether access is
 * granted, and opens the page that asks for it.
 */
export function serveAccess(): void {
  if (!isFirefox) return;
  browser.runtime.onMessage.addListener((data: unknown, sender: Runtime.MessageSender) => {
    if (!isOurs(sender)) return;
    const request = readMessage('request', data);
    switch (request?.kind) {
      case 'get-access':
        return readAccess();
      case 'open-access-page':
        return openAccessPage();
      case undefined:
        return;
    }
  });
  browser.permissions.onAdded.addListener(() => void tellAccess());
  browser.permissions.onRemoved.addListener(() => void tellAccess());
}

/** In front: a toolbox may have a window of its own, which would hide it. */
async function openAccessPage(): Promise<void> {
  const { windowId } = await browser.tabs.create({ url: browser.runtime.getURL('src/devtools/access.html') });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

async function readAccess(): Promise<AccessChange> {
  return { kind: 'access', granted: await browser.permissions.contains(allSites) };
}

async function tellAccess(): Promise<void> {
  const channel = new BroadcastChannel(accessChannelName);
  channel.postMessage(await readAccess());
  channel.close();
}
