import { combinedValue } from './combined-value.ts';
import type { Engine, PreflightCacheRules } from './engine.ts';
import type { HeaderList } from './header-list.ts';
import { allowsAll, missingHeaders, type PreflightQuestion } from './preflight.ts';
import { parseTokenList } from './token.ts';

interface Entry {
  readonly credentialed: boolean;
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  /** Milliseconds on the cache's own clock. */
  readonly expiresAt: number;
}

/**
 * What earlier preflights allowed. One cache is one browser's; time passes only when `advance` says so.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export class PreflightCache {
  readonly #entries = new Map<string, Entry>();
  #now = 0;
  #missesLeft: number;

  /** @param missesLeft how many lookups of what is kept of an address fail at first, in a browser that has just begun */
  constructor(missesLeft = 0) {
    this.#missesLeft = missesLeft;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Whether an earlier answer covers the question, so that no preflight is sent. */
  covers(pageOrigin: string, url: Readonly<URL>, question: PreflightQuestion, engine: Engine): boolean {
    const entry = this.#entries.get(keyOf(pageOrigin, url, question.credentialed, engine));
    if (entry === undefined || entry.expiresAt <= this.#now) return false;
    if (this.#missesLeft > 0 && isAddress(url.hostname) && pageOrigin !== 'null') {
      this.#missesLeft -= 1;
      return false;
    }
    return allowsAgain(entry, question, engine.preflightCache);
  }

  /** Keeps what a preflight allowed, for as long as this engine wants. */
  keep(pageOrigin: string, url: Readonly<URL>, question: PreflightQuestion, answer: HeaderList, engine: Engine): void {
    const rules = engine.preflightCache;
    if (pageOrigin === 'null' && !rules.keepsForOpaqueOrigins) return;
    if (pageOrigin !== question.origin && !rules.keepsAfterTaint) return;
    const seconds = maxAge(answer, engine);
    if (seconds < rules.shortest) return;
    const methods = parseTokenList(answer.get('access-control-allow-methods')).tokens;
    const headers = parseTokenList(answer.get('access-control-allow-headers')).tokens;
    if (methods.length + headers.length === 0 && !rules.keepsEmptyAnswers) return;
    this.#entries.set(keyOf(pageOrigin, url, question.credentialed, engine), {
      credentialed: question.credentialed,
      methods,
      headers,
      expiresAt: this.#now + seconds * 1000,
    });
  }

  /** The response was refused although its preflight had been right. @see https://fetch.spec.whatwg.org/#concept-cache-clear */
  clear(pageOrigin: string, url: Readonly<URL>, engine: Engine): void {
    if (!engine.preflightCache.clearedByRefusedResponse) return;
    this.#entries.delete(keyOf(pageOrigin, url, true, engine));
    this.#entries.delete(keyOf(pageOrigin, url, false, engine));
  }
}

/** Whether a kept answer allows what is asked for now. */
function allowsAgain(entry: Entry, question: PreflightQuestion, rules: PreflightCacheRules): boolean {
  if (question.credentialed && !entry.credentialed) return false;
  // A `*` for credentials, or that the engine does not reuse, is only a name.
  const credentialed = rules.keptWildcardOutlivesCredentials ? question.credentialed : entry.credentialed;
  const isLiteral = credentialed || rules.keptWildcard === 'covers-nothing';
  const isLiteralForHeaders =
    isLiteral ||
    (rules.keptWildcard === 'covers-all-but-authorization' && question.unsafeHeaders.includes('authorization'));
  return (
    (rules.methodsWithoutEntry.includes(question.method) ||
      entry.methods.includes(question.method) ||
      allowsAll(entry.methods, isLiteral)) &&
    missingHeaders(question.unsafeHeaders, entry.headers, isLiteralForHeaders).length === 0
  );
}

const address = /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/;

function isAddress(hostname: string): boolean {
  return address.test(hostname);
}

function keyOf(pageOrigin: string, url: Readonly<URL>, credentialed: boolean, engine: Engine): string {
  const key = `${pageOrigin} ${url.href}`;
  return engine.preflightCache.keyedByCredentials ? `${credentialed} ${key}` : key;
}

function isTooLarge(value: string, { largestNumber }: PreflightCacheRules): boolean {
  if (largestNumber === null) return false;
  const number = BigInt(value.replace(/^\+/, ''));
  return number > largestNumber || number < -largestNumber - 1n;
}

const integer = /^[+-]?\d+$/;
const digits = /^\d+$/;

/** For how many seconds the engine keeps a preflight's answer; 0 for not at all. */
export function maxAge(answer: HeaderList, engine: Engine): number {
  return Math.min(secondsNamed(answer, engine), engine.preflightCache.longest);
}

/** The same, however long the answer names. */
export function secondsNamed(answer: HeaderList, engine: Engine): number {
  const rules = engine.preflightCache;
  const value = combinedValue(answer, 'access-control-max-age', engine);
  if (value === null) return rules.secondsWhenAbsent;
  if (value === '') return rules.secondsWhenEmpty;
  const isNumber = rules.signIsAllowed ? integer.test(value) : digits.test(value);
  if (!isNumber || isTooLarge(value, rules)) return rules.secondsWhenMalformed;
  return Number(value);
}
