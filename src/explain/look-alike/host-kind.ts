/** Names and addresses that mean this very machine. `0.0.0.0` is what servers print when they listen everywhere. */
export function isLoopback(host: string): boolean {
  return /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\]|\[0+(:0+){6}:0*1\]|0\.0\.0\.0|\[::\])\.?$/i.test(host);
}

/** A host that only a developer's machine or network knows. */
export function isDevelopmentHost(host: string): boolean {
  return (
    isLoopback(host) ||
    /\.(test|local|localdomain|internal|lan|home\.arpa)\.?$/i.test(host) ||
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$/.test(host) ||
    /^\[f[cd][\da-f]{2}:/i.test(host) ||
    !/[.:]/.test(host)
  );
}

const environmentWord =
  /^(dev|develop|development|test|testing|tst|qa|uat|stage|staging|stg|preprod|preproduction|pre|prod|production|prd|live|demo|sandbox|sbx|local|preview|beta|alpha|canary|int|integration|acc|acceptance|ci|review|next)\d*$/i;

/** The words of a host name that name an environment (`staging` in `app-staging.example.com`). */
export function environmentWords(host: string): string[] {
  return host.split(/[.-]/).filter((word) => environmentWord.test(word));
}

/** The host name without the words that name an environment: `app.example.com` of `app-staging.example.com`. */
export function withoutEnvironment(host: string): string {
  return host
    .split('.')
    .map((label) =>
      label
        .split('-')
        .filter((word) => !environmentWord.test(word))
        .join('-'),
    )
    .filter((label) => label !== '')
    .join('.');
}

/** Second levels under which anybody can register a name. A hint's guard, no public suffix list. */
const sharedSecondLevel = /^(co|com|org|net|gov|ac|edu|ne|or|go)\.[a-z]{2}$/i;

/**
 * The labels that two host names end with alike, where these are enough to belong to one owner; else null.
 * An IP address has no owner's part.
 */
export function sharedDomain(one: string, other: string): string | null {
  if (/^[\d.]+$|^\[/.test(one) || /^[\d.]+$|^\[/.test(other)) return null;
  const left = one.toLowerCase().split('.').reverse();
  const right = other.toLowerCase().split('.').reverse();
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  const shared = left.slice(0, count).reverse().join('.');
  return count < 2 || sharedSecondLevel.test(shared) ? null : shared;
}
