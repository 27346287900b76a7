import { HeaderList } from '../cors/header-list.ts';
import { allowOrigin } from './allow-origin.ts';
import type { AnswerFix, HeaderChange } from './fix.ts';
import { inOrder } from './fix-preflight.ts';
import { headerNames } from './header-names.ts';
import { type HopEvidence, open, originFor } from './hop-evidence.ts';
import { ignoringCase, tokensOf, union } from './token-list.ts';

/**
 * What to change in the answer to the request itself, of one hop.
 *
 * @param preflightFails whether the request is not sent at all as things are: then its answer is to be made right too
 * @param expose response headers that JavaScript shall be able to read
 * @returns null where there is nothing to change
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function fixResponse(
  evidence: HopEvidence,
  preflightFails: boolean,
  expose: readonly string[],
): AnswerFix | null {
  const answer = evidence.hop.response;
  const headers = new HeaderList(answer?.headers ?? []);
  const unseen = preflightFails && answer === null;
  const lacks = {
    origin: open(evidence, 'allow-origin') !== undefined || unseen,
    credentials: open(evidence, 'allow-credentials') !== undefined || (unseen && evidence.credentialed === true),
  };
  const credentialed = lacks.origin || isCrossOrigin(evidence) ? evidence.credentialed : false;
  const changes = [
    ...allowOrigin(headers, responseOrigin(evidence), lacks, credentialed),
    ...exposeChange(headers, expose, evidence.credentialed),
  ];
  if (changes.every((change) => change.needed !== 'always')) return null;
  return { status: null, headers: inOrder(changes), seen: answer !== null };
}

export function responseOrigin(evidence: HopEvidence): string {
  return originFor(evidence, 'allow-origin');
}

function isCrossOrigin(evidence: HopEvidence): boolean {
  return evidence.checks.some((check) => check.name === 'allow-origin');
}

function exposeChange(answer: HeaderList, names: readonly string[], credentialed: boolean | null): HeaderChange[] {
  if (names.length === 0) return [];
  const kept = tokensOf(answer.get('access-control-expose-headers')).filter(
    (name) => name !== '*' || credentialed === false,
  );
  const value = union(kept, names, ignoringCase).join(', ');
  return [{ name: headerNames.exposeHeaders, value, needed: 'always' }];
}
