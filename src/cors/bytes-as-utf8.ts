/**
 * Reads a header's value as UTF-8. Browsers give its bytes as characters up to U+00FF; a value with other characters has
 * been read already.
 */
export function bytesAsUtf8(value: string): string {
  const isBytes = /[\u0080-\u00ff]/.test(value) && !/[\u0100-\uffff]/.test(value);
  if (!isBytes) return value;
  return new TextDecoder().decode(Uint8Array.from(value, (byte) => byte.charCodeAt(0)));
}
