import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import type { ArticleId } from './article.ts';
import type { Picture } from './picture.ts';
import { askedByCurl, askedForThePage, originAnatomy } from './pictures.ts';

/** A short answer to one question, shown while the list is still empty, and as the first page of the help. */
export interface Card {
  readonly id: 'origin' | 'why-ask' | 'curl';
  readonly title: string;
  readonly picture: Picture;
  readonly text: readonly RichText[];
  /** Where to read on. */
  readonly article: ArticleId;
}

export const cards: readonly Card[] = [
  {
    id: 'origin',
    title: 'What is an origin?',
    picture: originAnatomy,
    text: [
      rich`Scheme, host and port together: ${code('https://app.test')} is one origin, ${code('https://app.test:8443')} is another.`,
      rich`${code('localhost')} and ${code('127.0.0.1')} are two as well.`,
    ],
    article: 'origins',
  },
  {
    id: 'why-ask',
    title: 'Why does the browser ask the server?',
    picture: askedForThePage,
    text: [
      rich`Your browser is signed in to many sites. Without a rule, every page could read them all.`,
      rich`So code of one origin may read another only if that server agrees. CORS is how it says so.`,
    ],
    article: 'same-origin-policy',
  },
  {
    id: 'curl',
    title: 'Why does the same request work in curl?',
    picture: askedByCurl,
    text: [
      rich`Curl and Postman act for nobody but you, so there is nobody to protect. They do not ask.`,
      rich`The rule is the browser's, not the server's. That is why the server may answer, and your code still cannot read it.`,
    ],
    article: 'same-origin-policy',
  },
];
