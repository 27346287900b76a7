import type { RichText } from '../explain/rich-text.ts';

/** One piece of a text that is written once and shown as Markdown or as plain text. */
export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: RichText }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'list'; readonly items: readonly RichText[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

export type Document = readonly Block[];
