import type { Article, ArticleId } from './article.ts';
import { allowOrigin } from './articles/allow-origin.ts';
import { credentials } from './articles/credentials.ts';
import { origins } from './articles/origins.ts';
import { allowHeaders, allowMethods, maxAge, requestHeaders } from './articles/preflight-headers.ts';
import { exposeHeaders, noCors, opaqueErrors } from './articles/reading-answers.ts';
import { sameOriginPolicy } from './articles/same-origin-policy.ts';
import { simpleAndPreflighted } from './articles/simple-and-preflighted.ts';
import { localNetworkAccess, notCors, nullOrigin, redirects } from './articles/special-cases.ts';
import { notYourServer, ownTheServer } from './articles/what-to-do.ts';

const articlesById: Readonly<Record<ArticleId, Article>> = {
  origins,
  'same-origin-policy': sameOriginPolicy,
  'simple-and-preflighted': simpleAndPreflighted,
  'allow-origin': allowOrigin,
  credentials,
  'allow-methods': allowMethods,
  'allow-headers': allowHeaders,
  'max-age': maxAge,
  'expose-headers': exposeHeaders,
  'request-headers': requestHeaders,
  redirects,
  'null-origin': nullOrigin,
  'opaque-errors': opaqueErrors,
  'no-cors': noCors,
  'local-network-access': localNetworkAccess,
  'not-cors': notCors,
  'own-the-server': ownTheServer,
  'not-your-server': notYourServer,
};

/** Every help article, in reading order. */
export const articles: readonly Article[] = Object.values(articlesById);

/** The article with that id. */
export function articleById(id: ArticleId): Article {
  return articlesById[id];
}
