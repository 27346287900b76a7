import polyfill from 'webextension-polyfill';

export type { Runtime, WebRequest } from 'webextension-polyfill';

/**
 * The one door to the extension API. The polyfill passes the browser's own promise-based API through wherever there is one,
 * which is everywhere we run: a build leaves out the rest of it (`scripts/native-browser.ts`).
 */
export const browser = polyfill;

/** What the person grants: to look at sites, all of them or none. */
export const allSites = { origins: ['<all_urls>'] };

export const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
