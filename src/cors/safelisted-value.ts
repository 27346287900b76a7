// The package's own entrance brings its MIME sniffing along.
import parseMimeType from 'whatwg-mimetype/lib/parser.js';
import type { Engine } from './engine.ts';

/** Bytes that a safelisted header's value may not have. @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the standard names these bytes
const unsafeBytes = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/;
const highBytes = /[\u0080-\uffff]/;
const languageBytes = /^[0-9A-Za-z *,\-.;=]*$/;
const simpleContentTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const simpleRange = /^bytes=(\d+)-(\d*)$/;
const paddedSimpleRange = /^bytes=[\v\f]*(\d+)[\v\f]*-(?:[\v\f]*(\d+)[\v\f]*)?$/;

export function isSafelistedAccept(value: string, highBytesAllowed: boolean): boolean {
  return !unsafeBytes.test(value) && (highBytesAllowed || !highBytes.test(value));
}

/** For Accept-Language and Content-Language. */
export function isSafelistedLanguage(value: string): boolean {
  return languageBytes.test(value);
}

/** By the essence of the MIME type: parameters do not matter, unless they contain an unsafe byte. */
export function isSafelistedContentType(value: string): boolean {
  if (unsafeBytes.test(value)) return false;
  const mimeType = parseMimeType(value);
  return mimeType !== null && simpleContentTypes.has(`${mimeType.type}/${mimeType.subtype}`);
}

/**
 * One range with a start, such as `bytes=0-` or `bytes=0-499`.
 *
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function isSafelistedRange(value: string, engine: Engine): boolean {
  const { rangeUnitIgnoresCase, largestRangePosition } = engine;
  const simple = engine.rangeTrimsNumbers ? paddedSimpleRange : simpleRange;
  const match = simple.exec(rangeUnitIgnoresCase ? value.toLowerCase() : value);
  if (match === null) return false;
  const [, start = '', end = ''] = match;
  if (BigInt(start) > largestRangePosition) return false;
  return end === '' || (BigInt(end) <= largestRangePosition && BigInt(end) >= BigInt(start));
}
