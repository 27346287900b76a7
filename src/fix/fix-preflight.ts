import { HeaderList } from '../cors/header-list.ts';
import { allowOrigin } from './allow-origin.ts';
import type { AnswerFix, HeaderChange } from './fix.ts';
import { headerNames, sensibleMaxAge } from './header-names.ts';
import { expectedBy, type HopEvidence, open, originFor } from './hop-evidence.ts';
import { ignoringCase, tokensOf, union } from './token-list.ts';

/** 204 No Content: a preflight's answer has nothing to say but its headers. */
const preflightStatus = 204;

/**
 * What to change in the answer to a hop's preflight.
 *
 * @returns null where there is no preflight or nothing to change
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function fixPreflight(evidence: HopEvidence): AnswerFix | null {
  const answer = evidence.hop.preflight?.response ?? null;
  const headers = new HeaderList(answer?.headers ?? []);
  const status = open(evidence, 'preflight-status', 'preflight-redirect') ? preflightStatus : null;
  const lacks = {
    origin: open(evidence, 'preflight-allow-origin') !== undefined,
    credentials: open(evidence, 'preflight-allow-credentials') !== undefined,
  };
  const changes = [
    ...allowOrigin(headers, preflightOrigin(evidence), lacks, hasPreflight(evidence) ? evidence.credentialed : false),
    ...listChange(headerNames.allowMethods, headers, missingMethods(evidence), evidence.credentialed),
    ...listChange(headerNames.allowHeaders, headers, missingHeaders(evidence), evidence.credentialed),
  ];
  if (status === null && changes.every((change) => change.needed !== 'always')) return null;
  return { status, headers: inOrder([...changes, ...rememberIt(headers)]), seen: answer !== null };
}

export function preflightOrigin(evidence: HopEvidence): string {
  return originFor(evidence, 'preflight-allow-origin');
}

export function hasPreflight(evidence: HopEvidence): boolean {
  return evidence.checks.some((check) => check.stage === 'preflight');
}

/** Null: the list is fine. Empty: the list has to become well-formed, no more. */
function missingMethods(evidence: HopEvidence): string[] | null {
  if (!open(evidence, 'preflight-parse-methods', 'preflight-method')) return null;
  return open(evidence, 'preflight-method') ? expectedBy(evidence, 'preflight-method') : [];
}

function missingHeaders(evidence: HopEvidence): string[] | null {
  if (!open(evidence, 'preflight-parse-headers', 'preflight-headers')) return null;
  return open(evidence, 'preflight-headers') ? expectedBy(evidence, 'preflight-headers').flatMap(tokensOf) : [];
}

/** The list as it is, made well-formed, with what is missing. `*` stands for itself only where credentials are left out. */
function listChange(
  name: string,
  answer: HeaderList,
  missing: readonly string[] | null,
  credentialed: boolean | null,
): HeaderChange[] {
  if (missing === null) return [];
  const kept = tokensOf(answer.get(name)).filter((member) => member !== '*' || credentialed === false);
  const list = union(kept, missing, name === headerNames.allowHeaders ? ignoringCase : undefined);
  if (list.length === 0 && !answer.has(name)) return [];
  return [{ name, value: list.length === 0 ? null : list.join(', '), needed: 'always' }];
}

function rememberIt(answer: HeaderList): HeaderChange[] {
  return answer.has('access-control-max-age')
    ? []
    : [{ name: headerNames.maxAge, value: String(sensibleMaxAge), needed: 'advisable' }];
}

/** Changes in the order in which the standard introduces the headers. */
export function inOrder(changes: readonly HeaderChange[]): HeaderChange[] {
  const order: readonly string[] = Object.values(headerNames);
  return changes.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
