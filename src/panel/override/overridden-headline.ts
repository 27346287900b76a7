import { type RichText, rich } from '../../explain/rich-text.ts';
import type { Override } from '../../override/override.ts';
import type { Judged } from '../verdict/judged.ts';
import { ownAnswers } from './own-answers.ts';

/**
 * The verdict in one sentence where header rules, and not the server, let a request through; null where they did not.
 *
 * @param during the override that was on for the request; null where none was
 */
export function overriddenHeadline(judged: Judged, during: Override | null): RichText | null {
  const { outcome, engine } = judged.verdict;
  if (outcome !== 'allowed') return null;
  const rules = during ? 'the header override' : 'a header rule of the browser';
  const own = ownAnswers(judged)?.verdict.outcome;
  switch (own) {
    case 'allowed':
      return null;
    case undefined:
      // Firefox tells only what came out.
      return during && engine === 'firefox' ? rich`Allowed, with the header override on` : null;
    case 'blocked':
      return rich`Allowed by ${rules}: with the server's own headers it would be blocked`;
    case 'opaque':
    case 'not-cors':
    case 'pending':
    case 'unknown':
      return rich`Allowed, with headers that ${rules} changed`;
  }
}
