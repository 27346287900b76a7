const base = 36;
const smallestThreshold = 1;
const largestThreshold = 26;

/**
 * A host name with its `xn--` labels as the letters a person sees. A label that is no Punycode stays as it is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.2
 */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
}

function decoded(label: string): string | null {
  const lastHyphen = label.lastIndexOf('-');
  const letters = Array.from(label.slice(0, Math.max(0, lastHyphen)));
  const digits = Array.from(label.slice(lastHyphen + 1).toLowerCase(), digitValue);
  let codePoint = 128;
  let position = 0;
  let bias = 72;
  for (let next = 0; next < digits.length; ) {
    const before = position;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digits[next++];
      if (digit === undefined || digit < 0) return null;
      position += digit * weight;
      const threshold = Math.min(largestThreshold, Math.max(smallestThreshold, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapted(position - before, count, before === 0);
    codePoint += Math.floor(position / count);
    position %= count;
    if (!(codePoint <= 0x10ffff)) return null;
    letters.splice(position++, 0, String.fromCodePoint(codePoint));
  }
  return letters.join('');
}

function digitValue(character: string): number {
  if (/[a-z]/.test(character)) return character.charCodeAt(0) - 97;
  return /\d/.test(character) ? Number(character) + 26 : -1;
}

/** @see https://www.rfc-editor.org/rfc/rfc3492#section-6.1 */
function adapted(distance: number, count: number, first: boolean): number {
  const skew = 38;
  const damp = 700;
  let delta = Math.floor(distance / (first ? damp : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((base - smallestThreshold) * largestThreshold) / 2; k += base) {
    delta = Math.floor(delta / (base - smallestThreshold));
  }
  return k + Math.floor(((base - smallestThreshold + 1) * delta) / (delta + skew));
}
