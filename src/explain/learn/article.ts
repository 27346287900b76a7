import type { Link } from '../link.ts';
import type { RichText } from '../rich-text.ts';
import type { Picture } from './picture.ts';

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

/** Words that something may lead to: a paragraph, or one item of a list. */
export interface Passage {
  /** Its name within the article; null where nothing leads to it. */
  readonly name: string | null;
  readonly text: RichText;
}

/** Where to read: an article, or a passage in it. */
export type Place = ArticleId | `${ArticleId}#${string}`;

/** A part of an article: words, a list, lines of code, a table, or pictures side by side. */
export type Block =
  | ({ readonly kind: 'paragraph' } & Passage)
  | { readonly kind: 'list'; readonly items: readonly Passage[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly RichText[])[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] };

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Articles that go on from here. */
  readonly seeAlso: readonly ArticleId[];
}

/** A passage with a name, so that verdicts can lead to it. */
export const passage = (name: string, text: RichText): Passage => ({ name, text });

export const paragraph = (words: RichText | Passage): Block => ({ kind: 'paragraph', ...asPassage(words) });

export const list = (...items: readonly (RichText | Passage)[]): Block => ({
  kind: 'list',
  items: items.map(asPassage),
});

export const lines = (...text: readonly string[]): Block => ({ kind: 'code', lines: text });

export const table = (head: readonly string[], ...rows: readonly (readonly RichText[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});

export const pictures = (...shown: readonly Picture[]): Block => ({ kind: 'pictures', pictures: shown });

/** The article and the name of the passage that a place is made of; the name is null where the whole article is meant. */
export function partsOfPlace(place: Place): { article: ArticleId; passage: string | null } {
  const [article, name = null] = place.split('#') as [ArticleId, string?];
  return { article, passage: name };
}

/** Every passage of an article that something may lead to. */
export function passagesOf({ blocks }: Article): readonly Passage[] {
  return blocks.flatMap(passagesIn).filter(({ name }) => name !== null);
}

function passagesIn(block: Block): readonly Passage[] {
  switch (block.kind) {
    case 'paragraph':
      return [block];
    case 'list':
      return block.items;
    case 'code':
    case 'table':
    case 'pictures':
      return [];
  }
}

function asPassage(words: RichText | Passage): Passage {
  return 'text' in words ? words : { name: null, text: words };
}
