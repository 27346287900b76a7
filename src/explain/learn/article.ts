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

/** A part of an article: words, a list, or lines of code. */
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
