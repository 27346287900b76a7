/**
 * Whether a `data:` URL has a body: a comma before it, and base64 that can be decoded where it says that it is base64.
 *
 * @see https://fetch.spec.whatwg.org/#data-url-processor
 */
export function isReadableDataUrl({ pathname, search }: Readonly<URL>): boolean {
  const [, type = null, body = ''] = /^([^,]*),(.*)$/s.exec(pathname + search) ?? [];
  if (type === null) return false;
  return !/; *base64 *$/i.test(type) || isBase64(percentDecoded(body));
}

/** Bytes as characters: only the ASCII of base64 matters here. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** @see https://infra.spec.whatwg.org/#forgiving-base64-decode */
function isBase64(text: string): boolean {
  const packed = text.replace(/[\t\n\f\r ]/g, '');
  const digits = packed.length % 4 === 0 ? packed.replace(/={1,2}$/, '') : packed;
  return digits.length % 4 !== 1 && /^[0-9a-z+/]*$/i.test(digits);
}
