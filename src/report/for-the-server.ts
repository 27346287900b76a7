import { partText, type RichPart, type RichText } from '../explain/rich-text.ts';

/** Explanations speak to whoever writes the page. A message to the people of the server speaks about the page. */
const replacements: readonly (readonly [said: RegExp, written: string])[] = [
  [/\bYour page\b/g, 'The page'],
  [/\byour page\b/g, 'the page'],
  [/\bYour code\b/g, "The page's code"],
  [/\byour code\b/g, "the page's code"],
];

/** The text for other readers: words only, values stay as they are. */
export function forTheServer(text: RichText): RichText {
  return text.map((part) =>
    typeof part === 'string'
      ? replacements.reduce((words, [said, written]) => words.replace(said, written), part)
      : part,
  );
}

/** A value of which parts are marked as one value again: in Markdown two code spans must not touch. */
export function withWholeValues(text: RichText): RichText {
  const parts: RichPart[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (isValue(part) && isValue(last)) parts[parts.length - 1] = { code: partText(last) + partText(part) };
    else parts.push(part);
  }
  return parts;
}

function isValue(part: RichPart | undefined): part is Exclude<RichPart, string | { strong: string }> {
  return part !== undefined && typeof part !== 'string' && !('strong' in part);
}
