import { expect } from 'vitest';
import type { HandedOut } from './handed-out.ts';
import { outsideCode } from './outside-code.ts';

/** What a reader cannot see, or what turns the words around it; line breaks and tabs apart. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

/** Outside of code: HTML, a link, an image, a mention, an address that a viewer makes a link of, code that never ends. */
const alive = /[<>[\]@`|]|:\/\/|\bwww\.|^ {0,3}(?:#{4,}|=+$|>|\d+[.)] )/im;

/** Links of our own choosing: on a line of their own, to where standards are. */
const ownLink =
  /^\[[\w §.()/&'+-]+\]\(https:\/\/(?:(?:fetch|html)\.spec\.whatwg\.org|wicg\.github\.io|www\.w3\.org)\/[\w./#~%=?&-]*\)$/gm;

/** A configuration is plain text of our own around values that need no quoting. */
const plain = /^[\n\t -~]*$/;

/** Whatever came in, what is handed out acts on nobody. */
export function expectHarmless({ words, markdown, plainText, commands, recipes, files }: HandedOut): void {
  expect(words).not.toMatch(unseen);
  // JSON writes them so, where they are in a value as they were.
  expect(words).not.toMatch(/\\u(?:00|d[89a-f])/);
  for (const text of markdown) {
    expect(text).not.toMatch(unseen);
    expect(outsideCode(text).replace(ownLink, '')).not.toMatch(alive);
  }
  expect(plainText).not.toMatch(unseen);
  for (const text of recipes) expect(text).toMatch(plain);
  for (const text of files) {
    expect(text).not.toMatch(unseen);
    expect(() => JSON.parse(text)).not.toThrow();
  }
  for (const command of commands) expect(command).toMatch(/^(?:#|rem |curl |@'|lf=)/);
}
