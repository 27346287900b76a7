/** Where a browser lets no extension look, whatever access it was given. */
const stores =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(?:[/?#]|$)/;

/** Schemes of pages whose requests an extension may see. `about:` and `data:` pages make ordinary requests. */
const open = /^(?:https?|file|data|blob|about:blank|about:srcdoc)\b/;

/** Whether a page is one of the browser's own, of another extension, or of an extension store. */
export function isForbiddenPage(url: string): boolean {
  return stores.test(url) || !open.test(url);
}
