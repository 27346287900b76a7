/**
 * Sees to it that the browsers which a command needs are there: `tsx scripts/get-browsers.ts chromium firefox`.
 * As root on Debian a missing one is installed; anywhere else the message says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox, MissingBrowserError } from './find-browsers.ts';

const browsers = {
  chromium: { find: findChromium, debianPackages: ['chromium', 'fonts-liberation'] },
  firefox: { find: findFirefox, debianPackages: ['firefox-esr'] },
  // The permission prompt only shows in a headed browser: its test brings its own display.
  display: { find: findDisplayTools, debianPackages: ['xvfb', 'xdotool'] },
} satisfies Record<string, { find: () => string; debianPackages: readonly string[] }>;

type Wanted = keyof typeof browsers;

function findDisplayTools(): string {
  if (existsSync('/usr/bin/Xvfb') && existsSync('/usr/bin/xdotool')) return '/usr/bin/Xvfb';
  throw new MissingBrowserError(
    'Xvfb and xdotool are missing. They run the test of the permission prompt. Install them (Debian, Ubuntu: apt-get install xvfb xdotool).',
  );
}

function reasonWhyMissing(wanted: Wanted): string | null {
  try {
    browsers[wanted].find();
    return null;
  } catch (error) {
    if (error instanceof MissingBrowserError) return error.message;
    throw error;
  }
}

function installFromDebian(packages: readonly string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', words, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

const wanted = process.argv.slice(2) as Wanted[];
const missing = wanted.filter((name) => reasonWhyMissing(name) !== null);

if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  const packages = missing.flatMap((name) => browsers[name].debianPackages);
  console.log(`Installing ${packages.join(', ')} from Debian. This takes a minute.`);
  installFromDebian(packages);
}

const reasons = missing.map(reasonWhyMissing).filter((reason) => reason !== null);
for (const reason of reasons) console.error(reason);
if (reasons.length > 0) process.exitCode = 1;
