import type { RichText } from '../explain/rich-text.ts';

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
