import { browser } from '../browser.ts';

/** Whether a message comes from a page of this extension. */
export function isOurs(sender: { id?: string | undefined; url?: string | undefined } | undefined): boolean {
  return sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
