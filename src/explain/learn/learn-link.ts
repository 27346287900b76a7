import type { Verdict } from '../../judge/verdict.ts';
import type { ArticleId } from './article.ts';

/** The help article that a verdict links to. */
export function learnLinkFor(_verdict: Verdict): ArticleId {
  return 'origins';
}
