import type { BrowserDriver, LaunchOptions } from './browser-driver.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export const engineNames = ['chromium', 'firefox'] as const;

/** Launches a real browser with the test build of the extension, which `vite build --mode …-test` leaves in dist. */
export function launch(engine: BrowserDriver['engine'], options?: LaunchOptions): Promise<BrowserDriver> {
  return engine === 'chromium'
    ? launchChromium('dist/chrome-test', options)
    : launchFirefox('dist/firefox-test', options);
}
