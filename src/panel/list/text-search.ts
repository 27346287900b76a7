import type { HeaderLine } from '../../cors/header-list.ts';
import type { Judged } from '../verdict/judged.ts';
import { isNarrower, passesText, type TextFilter, textFilter } from './text-filter.ts';

/** Searches a list, and from letter to letter only what was found before. */
export class TextSearch {
  #all: readonly Judged[] = [];
  #filter: TextFilter = textFilter('');
  #found: readonly Judged[] = this.#all;

  /** The exchanges that have every word of the query in their URLs, headers, reason or words. */
  find(all: readonly Judged[], query: string): readonly Judged[] {
    const filter = textFilter(query);
    const from = all === this.#all && isNarrower(filter, this.#filter) ? this.#found : all;
    const isAny = filter.wanted.length + filter.unwanted.length > 0;
    this.#found = isAny ? from.filter((judged) => passesText(filter, searchedText(judged))) : all;
    this.#all = all;
    this.#filter = filter;
    return this.#found;
  }
}

const searched = new WeakMap<Judged, string>();

/** Everything that is searched, in small letters. Made once. */
export function searchedText(judged: Judged): string {
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
