/** What is typed into the filter, as words. */
export interface TextFilter {
  /** Each must occur. */
  readonly wanted: readonly string[];
  /** None may occur: they were behind a minus. */
  readonly unwanted: readonly string[];
}

/** Reads what was typed. The case of letters does not matter. */
export function textFilter(query: string): TextFilter {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isUnwanted = (word: string) => word.startsWith('-') && word.length > 1;
  return {
    wanted: words.filter((word) => !isUnwanted(word)),
    unwanted: words.filter(isUnwanted).map((word) => word.slice(1)),
  };
}

/** @param text in small letters */
export function passesText({ wanted, unwanted }: TextFilter, text: string): boolean {
  return wanted.every((word) => text.includes(word)) && !unwanted.some((word) => text.includes(word));
}

/** Whether nothing passes the one filter that does not pass the other, as when a letter was added. */
export function isNarrower(filter: TextFilter, than: TextFilter): boolean {
  return (
    than.wanted.every((word) => filter.wanted.some((longer) => longer.includes(word))) &&
    than.unwanted.every((word) => filter.unwanted.some((shorter) => word.includes(shorter)))
  );
}
