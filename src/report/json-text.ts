import { unseen } from '../explain/visible.ts';

/** The line breaks between fields are ours: those inside of values are escapes already. */
const hidden = new RegExp(`(?!\\n)(?:${unseen.source})`, 'gu');

/**
 * A value as the text of a JSON file, for programs and for people: what could not be seen in an editor, or would turn the
 * text around it, is written as an escape. Whoever parses it gets the value as it was.
 */
export function jsonText(value: unknown): string {
  const known = new Map<string, string>();
  const escapeOnce = (character: string) => {
    const escaped = known.get(character) ?? escapeOf(character);
    known.set(character, escaped);
    return escaped;
  };
  return `${JSON.stringify(value, null, 2).replace(hidden, escapeOnce)}\n`;
}

function escapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
