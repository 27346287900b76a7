import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from 'playwright';
import { startGallery } from '../src/panel/gallery/gallery-server.ts';
import { galleryStates } from '../src/panel/gallery/gallery-states.ts';
import { findChromium } from './find-browsers.ts';

const sizes = {
  docked: { width: 1400, height: 900 },
  narrow: { width: 400, height: 900 },
  shallow: { width: 1400, height: 250 },
};

/** Too many to look at one by one; the index of the gallery has them all. */
const pictured = galleryStates.filter(({ id }) => !id.startsWith('sample-') && id !== 'many');

/** Writes `artifacts/panel-STATE-SIZE-SCHEME.png` for each designed state. */
async function main(): Promise<void> {
  await mkdir('artifacts', { recursive: true });
  const gallery = await startGallery();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const page = await browser.newPage({ viewport, colorScheme });
        for (const { id } of pictured)
          await takePicture(page, `${gallery.url}?state=${id}`, `${id}-${size}-${colorScheme}`);
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
}

async function takePicture(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').waitFor({ state: 'attached' });
  await page.screenshot({ path: `artifacts/panel-${name}.png`, animations: 'disabled' });
  console.log(`artifacts/panel-${name}.png`);
}

await main();
