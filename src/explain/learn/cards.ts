import type { RichText } from '../rich-text.ts';
import type { ArticleId } from './article.ts';

/** A short answer to one question, shown while the list is still empty. */
export interface Card {
  readonly id: 'origin' | 'why-ask' | 'curl';
  readonly title: string;
  readonly text: readonly RichText[];
  /** Where to read on. */
  readonly article: ArticleId;
}

export const cards: readonly Card[] = [
  { id: 'origin', title: 'What is an origin?', text: [], article: 'origins' },
  { id: 'why-ask', title: 'Why does the browser ask the server?', text: [], article: 'same-origin-policy' },
  { id: 'curl', title: 'Why does the same request work in curl?', text: [], article: 'same-origin-policy' },
];
