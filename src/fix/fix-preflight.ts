import { HeaderList } from '../cors/header-list.ts';
import { isSafelistedMethod } from '../cors/methods.ts';
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
    ...listChange(headerNames.allowMethods, headers, methodList(evidence), evidence.credentialed),
    ...listChange(headerNames.allowHeaders, headers, headerList(evidence), evidence.credentialed),
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

/** What a list has to name, and what is wrong with it. */
interface ListNeeds {
  /** Null: nothing. Empty: it has to become well-formed, no more. */
  readonly missing: readonly string[] | null;
  readonly wanted: readonly string[];
}

function methodList(evidence: HopEvidence): ListNeeds {
  const expected = expectedBy(evidence, 'preflight-method');
  const broken = open(evidence, 'preflight-parse-methods') ? [] : null;
  return {
    missing: open(evidence, 'preflight-method') ? expected : broken,
    wanted: expected.filter((method) => !isSafelistedMethod(method)),
  };
}

function headerList(evidence: HopEvidence): ListNeeds {
  const expected = expectedBy(evidence, 'preflight-headers').flatMap(tokensOf);
  const broken = open(evidence, 'preflight-parse-headers') ? [] : null;
  return { missing: open(evidence, 'preflight-headers') ? expected : broken, wanted: expected };
}

/** The list as it is, made well-formed, with what is missing. `*` stands for everything only where credentials are left out. */
function listChange(
  name: string,
  answer: HeaderList,
  { missing, wanted }: ListNeeds,
  credentialed: boolean | null,
): HeaderChange[] {
  const present = tokensOf(answer.get(name));
  const key = name === headerNames.allowHeaders ? ignoringCase : undefined;
  const named = present.filter((member) => member !== '*');
  if (missing === null) {
    const reliesOnWildcard =
      credentialed === null && present.includes('*') && union(named, wanted, key).length > named.length;
    return reliesOnWildcard ? [{ name, value: union(named, wanted, key).join(', '), needed: 'if-credentialed' }] : [];
  }
  const list =
    credentialed === false ? union(present, missing, key) : union(named, credentialed ? missing : wanted, key);
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
