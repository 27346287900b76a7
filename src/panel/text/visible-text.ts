import { visible } from '../../explain/visible.ts';

/** A piece of foreign text: as it stands, or one character that would not show, written out. */
export interface TextPiece {
  readonly text: string;
  readonly writtenOut: boolean;
}

/** Splits text from a server or a page so that nothing in it stays unseen: each such character is a piece of its own. */
export function visibleText(text: string): TextPiece[] {
  if (visible(text) === text) return text === '' ? [] : [{ text, writtenOut: false }];
  const pieces: TextPiece[] = [];
  let plain = '';
  for (const character of text) {
    const shown = visible(character);
    if (shown === character) {
      plain += character;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, writtenOut: false });
    pieces.push({ text: shown, writtenOut: true });
    plain = '';
  }
  if (plain !== '') pieces.push({ text: plain, writtenOut: false });
  return pieces;
}
