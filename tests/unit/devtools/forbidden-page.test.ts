import { expect, test } from 'vitest';
import { isForbiddenPage } from '../../../src/devtools/forbidden-page.ts';

test.each([
  ['https://app.test/', false],
  ['http://localhost:3000/', false],
  ['file:///home/me/index.html', false],
  ['data:text/html,x', false],
  ['about:blank', false],
  ['about:blank#x', false],
  ['chrome://settings/', true],
  ['about:config', true],
  ['edge://version', true],
  ['view-source:https://app.test/', true],
  ['moz-extension://1-2-3/page.html', true],
  ['https://chromewebstore.google.com/detail/x', true],
  ['https://chrome.google.com/webstore/category/x', true],
  ['https://chrome.google.com/other', false],
  ['https://addons.mozilla.org/en-US/', true],
  ['https://addons.mozilla.org.evil.test/', false],
  ['https://app.test/?https://addons.mozilla.org/', false],
])('%s: %s', (url, forbidden) => {
  expect(isForbiddenPage(url)).toBe(forbidden);
});
