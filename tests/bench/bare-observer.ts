import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ours from '../../manifest.json' with { type: 'json' };
import { type Attention, listened } from '../../src/capture/listened-events.ts';
import { typesLeftOut } from '../../src/exchange/types-left-out.ts';

const manifest = {
  manifest_version: 3,
  name: 'Bare observer',
  version: '1',
  permissions: ['webRequest'],
  host_permissions: ['<all_urls>'],
  devtools_page: 'devtools.html',
  background: { service_worker: 'background.js' },
};

/** What DevTools record is read in the page of DevTools, so that is where an extension listens to it. */
const withRecord = 'chrome.devtools.network.onRequestFinished.addListener(() => {});\n';

const devtools = `const port = chrome.runtime.connect();
port.postMessage(chrome.devtools.inspectedWindow.tabId);
setInterval(() => port.postMessage(null), 20_000);
`;

function backgroundThatHears(attention: Attention): string {
  return `const leftOut = ${JSON.stringify(typesLeftOut)};
const types = Object.values(chrome.webRequest.ResourceType).filter((type) => !leftOut.includes(type));
chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener((tabId) => {
  if (tabId === null) return;
  for (const [name, heard] of ${JSON.stringify(Object.entries(listened[attention]))}) {
    const { extra } = heard;
    const filter = { urls: ['http://*/*', 'https://*/*'], types: heard.types ?? types, tabId };
    chrome.webRequest[name].addListener(() => {}, filter, ...(extra.length > 0 ? [extra] : []));
  }
}));
`;
}

/**
 * Writes an extension that listens as closely as ours, and does nothing with what it hears: the floor for anything that
 * listens so.
 *
 * @param hears whether what DevTools record is listened to as well
 * @returns its folder
 */
export function writeBareObserver(folder: string, attention: Attention, hears: 'webRequest' | 'all'): string {
  mkdirSync(folder, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'devtools.html': '<!doctype html><script src="devtools.js"></script>',
    'devtools.js': hears === 'all' ? devtools + withRecord : devtools,
    'background.js': backgroundThatHears(attention),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/**
 * Writes an extension that has our permissions and does nothing at all. Chromium leads every request through its own
 * process as soon as any extension may use webRequest or declarativeNetRequest, whether or not it listens.
 *
 * @returns its folder
 */
export function writeIdleExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { name: _, devtools_page: __, ...rest } = manifest;
  const idle = { ...rest, name: 'Idle extension', permissions: ours.permissions };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(idle));
  writeFileSync(join(folder, 'background.js'), '');
  return folder;
}
