import { spawnSync } from 'node:child_process';

// The servers are only wanted as programs: nothing is to be started by its installation.
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/**
 * Installs what the recipes are tried on: Debian's packages with apt-get, the Node frameworks with npm.
 *
 * @returns what could not be installed, a sentence each: the recipes that need it are then listed as not run
 */
export function installServers(debianPackages: readonly string[], home: string): string[] {
  return [...installFromDebian(debianPackages), ...installFromNpm(home)];
}

function installFromDebian(packages: readonly string[]): string[] {
  if (!runs('apt-get', ['update', '-qq']))
    return ['apt-get update does not work here: nothing was installed from Debian'];
  if (runs('apt-get', installing(packages))) return [];
  // One package that is not to be had keeps back all of them.
  return packages
    .filter((name) => !runs('apt-get', installing([name])))
    .map((name) => `${name} is not to be had from Debian`);
}

function installing(packages: readonly string[]): string[] {
  return ['install', '-y', '-qq', '--no-install-recommends', ...packages];
}

function installFromNpm(home: string): string[] {
  // Not `npm ci`: it refuses a lockfile without the optional packages for other systems, and not every registry has all of
  // these. The versions are the lockfile's all the same, and `--no-save` leaves it as it is.
  return runs('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', home])
    ? []
    : ['npm did not install the Node frameworks'];
}

function runs(program: string, options: readonly string[]): boolean {
  return spawnSync(program, options, { stdio: ['ignore', 'inherit', 'inherit'], env: environment }).status === 0;
}
