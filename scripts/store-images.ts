/** Writes the pictures that the stores ask for, in their sizes, to dist/store/images: `npm run store-images`. */
import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { startGallery } from '../src/panel/gallery/gallery-server.ts';
import { findChromium } from './find-browsers.ts';

const folder = 'dist/store/images';

/** Chrome Web Store and Edge: 1280 by 800, up to five; addons.mozilla.org takes the same. */
const screenshot = { width: 1280, height: 800 };

const screenshots: readonly { name: string; state: string; colorScheme: 'light' | 'dark' }[] = [
  { name: 'screenshot-1-blocked', state: 'everything', colorScheme: 'light' },
  { name: 'screenshot-2-dark', state: 'everything', colorScheme: 'dark' },
  { name: 'screenshot-3-repeats', state: 'repeats', colorScheme: 'light' },
  { name: 'screenshot-4-all-fine', state: 'all-fine', colorScheme: 'light' },
];

const tiles: readonly { name: string; width: number; height: number }[] = [
  { name: 'tile-small', width: 440, height: 280 },
  { name: 'tile-marquee', width: 1400, height: 560 },
];

await mkdir(folder, { recursive: true });
const gallery = await startGallery();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const { name, state, colorScheme } of screenshots) {
    const page = await browser.newPage({ viewport: screenshot, colorScheme });
    await page.goto(`${gallery.url}?state=${state}`);
    await page.locator('tr[data-outcome]').first().click();
    await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
    console.log(`${folder}/${name}.png`);
  }
  for (const { name, width, height } of tiles) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(pathToFileURL('scripts/store/tile.html').href);
    await page.screenshot({ path: `${folder}/${name}.png` });
    console.log(`${folder}/${name}.png`);
  }
} finally {
  await browser.close();
  await gallery.close();
}
