import type { Engine } from './engine.ts';
import type { HeaderLine } from './header-list.ts';
import { HeaderList } from './header-list.ts';
import { isForbiddenMethod } from './methods.ts';
import {
  isSafelistedAccept,
  isSafelistedContentType,
  isSafelistedLanguage,
  isSafelistedRange,
} from './safelisted-value.ts';

const forbiddenNames = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const methodOverrides = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);

/**
 * Whether scripts cannot set this header: the browser drops it silently, and it never asks for a preflight.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  if (!methodOverrides.has(lower)) return false;
  return value.split(',').some((method) => isForbiddenMethod(method.trim()));
}

/** Longest value, in bytes, that a safelisted header may have. */
const longestSafelistedValue = 128;

/** Whether a header with this value asks for no preflight. @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
function isSafelistedRequestHeader(name: string, value: string, engine: Engine): boolean {
  return value.length <= longestSafelistedValue && hasSafelistedValue(name.toLowerCase(), value, engine);
}

function hasSafelistedValue(name: string, value: string, engine: Engine): boolean {
  switch (name) {
    case 'accept':
      return isSafelistedAccept(value, engine.highBytesInAccept === 'safe');
    case 'accept-language':
    case 'content-language':
      return isSafelistedLanguage(value);
    case 'content-type':
      return isSafelistedContentType(value) && engine.unsafeInContentType?.test(value) !== true;
    case 'range':
      return isSafelistedRange(value, engine);
    default:
      return (
        Object.hasOwn(engine.extraSafelistedRequestHeaders, name) &&
        engine.extraSafelistedRequestHeaders[name]?.test(value) === true
      );
  }
}

/**
 * The names that `Access-Control-Request-Headers` will list: in lower case, sorted, each once; empty if no header asks
 * for a preflight. Forbidden headers must have been dropped before.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function unsafeRequestHeaderNames(lines: readonly HeaderLine[], engine: Engine): string[] {
  if (lines.length === 0) return [];
  const headers = new HeaderList(lines);
  const unsafe: string[] = [];
  const safe: string[] = [];
  let safeBytes = 0;
  for (const name of headers.names()) {
    if (name === 'user-agent' && engine.userAgentSetByScript === 'dropped') continue;
    const values = engine.safelistJudges === 'combined-value' ? [headers.get(name) ?? ''] : headers.getAll(name);
    if (values.every((value) => isSafelistedRequestHeader(name, value, engine))) {
      safe.push(name);
      safeBytes += values.reduce((sum, value) => sum + value.length, 0);
    } else {
      unsafe.push(name);
    }
  }
  if (engine.safelistedBytesInAll !== null && safeBytes > engine.safelistedBytesInAll) unsafe.push(...safe);
  return unsafe.sort();
}
