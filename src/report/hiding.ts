import type { HeaderLine } from '../cors/header-list.ts';
import { maskHeaders, maskText, maskUrl } from './mask.ts';

/** How URLs, headers and texts that may quote them are written. */
export interface Hiding {
  readonly url: (url: string) => string;
  readonly headers: (lines: readonly HeaderLine[]) => readonly HeaderLine[];
  readonly text: (text: string) => string;
}

/** With all secrets: only when the person asked for them. */
export const showAll: Hiding = { url: (url) => url, headers: (lines) => lines, text: (text) => text };

export const masking: Hiding = { url: maskUrl, headers: maskHeaders, text: maskText };
