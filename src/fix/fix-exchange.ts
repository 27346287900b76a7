import type { Exchange } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';
import { adviceBesides } from './advice-besides.ts';
import type { AdviceName } from './advice-name.ts';
import { type AdviceFacts, advice } from './advice-text.ts';
import { type Cures, cureWarnings } from './cure-warnings.ts';
import type { AnswerFix, Fix, HeaderChange, HopFix, HopNeeds } from './fix.ts';
import { fixPreflight, hasPreflight, inOrder, preflightOrigin } from './fix-preflight.ts';
import { fixResponse, responseOrigin } from './fix-response.ts';
import { headerNames } from './header-names.ts';
import { type HopEvidence, hopEvidence, open } from './hop-evidence.ts';
import { hopNeeds } from './hop-needs.ts';
import { adviceForLogin } from './login-page.ts';
import { adviceForCause, adviceForCheck } from './not-by-headers.ts';
import { tokensOf } from './token-list.ts';

export interface FixOptions {
  /** Response headers that JavaScript shall be able to read: the question was a hidden header. */
  readonly expose?: readonly string[];
  /** The verdicts of other engines, judged with what this one's verdict knows, for a fix that serves them too. */
  readonly elsewhere?: readonly Verdict[];
}

/**
 * The smallest safe change that turns a verdict to allowed: every fault of the exchange at once, nothing that the browser
 * would not ask for. Where the verdict is allowed already, what makes its warnings go away.
 *
 * @param verdict of the browser that made the exchange
 */
export function fixFor(exchange: Exchange, verdict: Verdict, options: FixOptions = {}): Fix {
  const { expose = [], elsewhere = [] } = options;
  if (verdict.outcome === 'pending') return { kind: 'nothing-to-fix' };
  const verdicts = [verdict, ...elsewhere];
  const evidence = hopEvidence(exchange, verdicts);
  const decisive = evidence[verdict.hop] ?? evidence.at(-1);
  if (!decisive) return { kind: 'nothing-to-fix' };
  const facts = factsOf(decisive);
  const beyondHeaders = namesBeyondHeaders(verdict, evidence, decisive);
  if (beyondHeaders.length > 0) {
    return { kind: 'not-by-headers', advice: beyondHeaders.map((name) => advice(name, facts)) };
  }
  const hops = evidence.flatMap((each) => {
    const isDecisive = each.index === decisive.index;
    const cures = isDecisive && verdict.outcome === 'allowed' ? cureWarnings(each, verdict) : undefined;
    return hopFix(each, isDecisive ? expose : [], cures);
  });
  if (hops.length > 0) return { kind: 'headers', hops, advice: adviceBesides(hops, evidence, verdict) };
  if (verdict.outcome === 'blocked') return { kind: 'not-by-headers', advice: [advice('another-cause', facts)] };
  return { kind: 'nothing-to-fix' };
}

function factsOf(evidence: HopEvidence): AdviceFacts {
  return { url: evidence.hop.url, origin: responseOrigin(evidence), value: '' };
}

function namesBeyondHeaders(verdict: Verdict, evidence: readonly HopEvidence[], decisive: HopEvidence): AdviceName[] {
  if (verdict.outcome === 'opaque') return [verdict.mode === 'no-cors' ? 'mode-no-cors' : 'redirect-mode-manual'];
  const cause = verdict.notCors === null ? null : adviceForCause(verdict.notCors);
  const login = adviceForLogin(verdict, decisive);
  const names = evidence.flatMap((each): (AdviceName | null)[] => [
    ...each.checks.map(adviceForCheck),
    preflightUnanswered(each) ? 'preflight-unanswered' : null,
    nullWithCredentials(each) ? 'null-origin-with-credentials' : null,
  ]);
  // A redirect that the browser refused to follow has a check, but no hop.
  const refusedToFollow = verdict.checks.filter((check) => check.hop >= evidence.length).map(adviceForCheck);
  const found = [login, cause, ...names, ...refusedToFollow].filter((name) => name !== null);
  if (verdict.outcome === 'not-cors' && found.length === 0) found.push('another-cause');
  return [...new Set(found)];
}

function preflightUnanswered({ hop }: HopEvidence): boolean {
  return hop.preflight !== null && hop.preflight.response === null && hop.preflight.ending.kind === 'failed';
}

/** Headers could allow it, but then every page on the web could do the same in the person's name. */
function nullWithCredentials(evidence: HopEvidence): boolean {
  if (evidence.credentialed !== true) return false;
  const preflight = open(evidence, 'preflight-allow-origin', 'preflight-allow-credentials');
  const response = open(evidence, 'allow-origin', 'allow-credentials');
  return (
    (preflight !== undefined && preflightOrigin(evidence) === 'null') ||
    (response !== undefined && responseOrigin(evidence) === 'null')
  );
}

function hopFix(evidence: HopEvidence, expose: readonly string[], cures: Cures | undefined): HopFix[] {
  const blockedAtPreflight = fixPreflight(evidence);
  const preflight = withCures(blockedAtPreflight, cures?.preflight, evidence.hop.preflight?.response != null);
  const fails = blockedAtPreflight !== null && hasPreflight(evidence);
  const response = withCures(fixResponse(evidence, fails, expose), cures?.response, evidence.hop.response !== null);
  if (preflight === null && response === null) return [];
  const exposed = [...expose, ...exposedBy(cures)];
  return [{ hop: evidence.index, url: evidence.hop.url, preflight, response, needs: hopNeeds(evidence, exposed) }];
}

function withCures(fix: AnswerFix | null, cures: readonly HeaderChange[] = [], seen: boolean): AnswerFix | null {
  if (cures.length === 0) return fix;
  const named = new Set(fix?.headers.map((change) => change.name));
  const changes = [...(fix?.headers ?? []), ...cures.filter((change) => !named.has(change.name))];
  return { status: fix?.status ?? null, headers: inOrder(changes), seen };
}

function exposedBy(cures: Cures | undefined): string[] {
  const change = cures?.response.find((each) => each.name === headerNames.exposeHeaders);
  return tokensOf(change?.value ?? null);
}

/** What the page needs of the server of one hop, whether or not anything is wrong with it; null where there is no such hop. */
export function needsOf(exchange: Exchange, verdict: Verdict, hop: number): HopNeeds | null {
  const evidence = hopEvidence(exchange, [verdict])[hop];
  return evidence ? hopNeeds(evidence, []) : null;
}
