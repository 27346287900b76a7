import type { Link } from '../link.ts';
import type { RichText } from '../rich-text.ts';

/** The help articles, in the order in which they are best read. */
export const articleIds = [
  'origins',
  'same-origin-policy',
  'simple-and-preflighted',
  'allow-origin',
  'credentials',
  'allow-methods',
  'allow-headers',
  'max-age',
  'expose-headers',
  'request-headers',
  'redirects',
  'null-origin',
  'opaque-errors',
  'no-cors',
  'local-network-access',
  'not-cors',
  'own-the-server',
  'not-your-server',
] as const;

export type ArticleId = (typeof articleIds)[number];

/** A part of an article: words, a list, lines of code, or a table. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'list'; readonly items: readonly RichText[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly RichText[])[] };

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Articles that go on from here. */
  readonly seeAlso: readonly ArticleId[];
}

export const paragraph = (text: RichText): Block => ({ kind: 'paragraph', text });
export const list = (...items: readonly RichText[]): Block => ({ kind: 'list', items });
export const lines = (...text: readonly string[]): Block => ({ kind: 'code', lines: text });
export const table = (head: readonly string[], ...rows: readonly (readonly RichText[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
