import type { Link } from '../explain/link.ts';
import type { RichText } from '../explain/rich-text.ts';

/** One piece of a text that is written once and shown as Markdown or as plain text. */
export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: RichText }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'list'; readonly items: readonly RichText[] }
  /** A page of our own choosing: nothing of it comes from the network. */
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

export type Document = readonly Block[];
