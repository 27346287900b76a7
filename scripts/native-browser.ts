import type { Plugin } from 'vite';

const needsWrapper = 'if (!(globalThis.browser && globalThis.browser.runtime && globalThis.browser.runtime.id)) {';

/**
 * Leaves out of what ships the part of webextension-polyfill that wraps `chrome`: every browser that the manifest admits has
 * `browser` itself, so that it could never run. What is left passes `browser` on.
 */
export function nativeBrowser(): Plugin {
  return {
    name: 'native-browser',
    apply: 'build',
    transform: {
      filter: { id: /webextension-polyfill/ },
      handler(code) {
        if (!code.includes(needsWrapper)) return this.error('webextension-polyfill asks otherwise for `browser` now.');
        // As many lines as before: a source map stays true.
        return { code: code.replace(needsWrapper, 'if (false) {'), map: null };
      },
    },
  };
}
