import type { HeaderLine } from '../../cors/header-list.ts';

/** Headers as text to edit: one `Name: value` per line. */
export function headersToText(lines: readonly HeaderLine[]): string {
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The headers that a text says. A line without a colon, or without a name before it, says none. */
export function textToHeaders(text: string): HeaderLine[] {
  return text.split('\n').flatMap((line): HeaderLine[] => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    return name === '' ? [] : [[name, line.slice(colon + 1).replace(/^ /, '')]];
  });
}
