import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Looked for on PATH, in this order. Branded Chrome is left out: it ignores `--load-extension`. */
const chromiumNames = ['chromium', 'chromium-browser'];
const firefoxNames = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

/** A browser that is not on this machine, and the sentence that says what to install. */
export class MissingBrowserError extends Error {
  override readonly name = 'MissingBrowserError';
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Path of a Chromium that loads unpacked extensions. `CHROMIUM` in the environment wins.
 *
 * @throws {MissingBrowserError}
 */
export function findChromium(): string {
  const path = process.env.CHROMIUM ?? findOnPath(chromiumNames);
  if (path === undefined) {
    throw new MissingBrowserError(
      'Chromium is missing. Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome for Testing, 152 or later.',
    );
  }
  return path;
}

/**
 * Path of a Firefox. `FIREFOX` in the environment wins.
 *
 * @throws {MissingBrowserError}
 */
export function findFirefox(): string {
  const path = process.env.FIREFOX ?? findOnPath(firefoxNames);
  if (path === undefined) {
    throw new MissingBrowserError(
      'Firefox is missing. Install it (Debian: apt-get install firefox-esr), or set FIREFOX to the path of a Firefox, 142 or later.',
    );
  }
  return path;
}
