import type { HeaderLine } from '../../cors/header-list.ts';
import type { Judged } from '../verdict/judged.ts';

const searched = new WeakMap<Judged, string>();

/** Makes the text that the filter searches, ahead of the first letter typed. */
export function prepareSearch(judged: Judged): void {
  searchedText(judged);
}

/**
 * Whether an exchange has every word of the query in its URLs, headers, reason or words, without regard to case. A
 * word behind a minus must not occur.
 */
export function passesText(query: string, judged: Judged): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchedText(judged);
  return words.every((word) =>
    word.startsWith('-') && word.length > 1 ? !text.includes(word.slice(1)) : text.includes(word),
  );
}

function searchedText(judged: Judged): string {
  const known = searched.get(judged);
  if (known !== undefined) return known;
  const text = allText(judged).join('\n').toLowerCase();
  searched.set(judged, text);
  return text;
}

function allText({ exchange, verdict, short }: Judged): string[] {
  return [
    short,
    verdict.reason ?? '',
    verdict.otherReason ?? '',
    verdict.notCors ?? '',
    exchange.initiator.origin ?? '',
    exchange.type,
    ...exchange.hops.flatMap((hop) => [
      `${hop.method} ${hop.url}`,
      ...headerText(hop.requestHeaders),
      ...headerText(hop.response?.headers),
      ...headerText(hop.preflight?.requestHeaders),
      ...headerText(hop.preflight?.response?.headers),
    ]),
  ];
}

function headerText(lines: readonly HeaderLine[] | null | undefined): string[] {
  return (lines ?? []).map(([name, value]) => `${name}: ${value}`);
}
