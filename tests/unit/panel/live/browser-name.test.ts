import { expect, test } from 'vitest';
import { browserName } from '../../../../src/panel/live/browser-name.ts';

const grease = { brand: 'Not;A=Brand', version: '8' };
const chromium = { brand: 'Chromium', version: '156' };

test.each([
  { brands: [grease, chromium], userAgent: '', name: 'Chromium 156' },
  { brands: [chromium, { brand: 'Google Chrome', version: '156' }, grease], userAgent: '', name: 'Google Chrome 156' },
  {
    brands: [chromium, grease, { brand: 'Microsoft Edge', version: '156' }],
    userAgent: '',
    name: 'Microsoft Edge 156',
  },
  { brands: undefined, userAgent: 'Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0', name: 'Firefox 153' },
  { brands: undefined, userAgent: 'something else', name: 'Browser' },
])('$name', ({ brands, userAgent, name }) => {
  expect(browserName(brands, userAgent)).toBe(name);
});
