import { type Article, type ArticleId, articleIds } from './article.ts';

const article = (id: ArticleId): Article => ({ id, title: id, blocks: [], links: [], seeAlso: [] });

/** Every help article, in reading order. */
export const articles: readonly Article[] = articleIds.map(article);

/** The article with that id. */
export function articleById(id: ArticleId): Article {
  return articles.find((each) => each.id === id) ?? article(id);
}
