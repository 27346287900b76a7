/** Draws public/icons/icon-*.png from scripts/icons/icon.svg. Run it after the drawing was changed. */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './find-browsers.ts';

const sizes = [16, 32, 48, 128];
const folder = new URL('../public/icons/', import.meta.url);
const drawing = await readFile(new URL('./icons/icon.svg', import.meta.url), 'utf8');

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: fileURLToPath(new URL(`icon-${size}.png`, folder)), omitBackground: true });
  await page.close();
}
await browser.close();
