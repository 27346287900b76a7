import type { Check, CheckName } from '../cors/check.ts';
import { HeaderList } from '../cors/header-list.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import type { Verdict } from '../judge/verdict.ts';

/** One hop with the checks that any of the verdicts made of it. */
export interface HopEvidence {
  readonly index: number;
  readonly hop: Hop;
  readonly checks: readonly Check[];
  /** Null where both fit what was seen. */
  readonly credentialed: boolean | null;
  /** The origin of whoever asks, where no check names one. */
  readonly origin: string;
}

/** What is known of each hop of the exchange, in the order of the redirects. */
export function hopEvidence(exchange: Exchange, verdicts: readonly Verdict[]): HopEvidence[] {
  return exchange.hops.map((hop, index) => {
    const checks = verdicts.flatMap((verdict) => verdict.checks.filter((check) => check.hop === index));
    const needsCredentials = checks.some((check) => check.name.endsWith('allow-credentials'));
    return {
      index,
      hop,
      checks,
      credentialed: needsCredentials || (verdicts[0]?.credentialed ?? null),
      origin: sentOrigin(hop) ?? exchange.initiator.origin ?? 'null',
    };
  });
}

function sentOrigin(hop: Hop): string | null {
  const headers = hop.requestHeaders ?? hop.preflight?.requestHeaders ?? [];
  return new HeaderList(headers).get('origin');
}

/** The check of that name that did not pass, of whichever engine. Undefined where all passed, or none was made. */
export function open(evidence: HopEvidence, ...names: readonly CheckName[]): Check | undefined {
  return evidence.checks.find((check) => names.includes(check.name) && check.status !== 'passed');
}

/** What the named check wanted to find, whether or not it did, in any of the engines; each once. */
export function expectedBy(evidence: HopEvidence, name: CheckName): string[] {
  const expected = evidence.checks.filter((check) => check.name === name).map((check) => check.expected ?? '');
  return [...new Set(expected)].filter((each) => each !== '');
}

/**
 * The origin that an answer has to allow. Behind a redirect to another origin engines disagree about the preflight's: what
 * suits all of them is what suits `null`.
 */
export function originFor(evidence: HopEvidence, name: 'preflight-allow-origin' | 'allow-origin'): string {
  const wanted = new Set(evidence.checks.filter((check) => check.name === name).map((check) => check.expected));
  const [origin] = wanted;
  return wanted.size > 1 ? 'null' : (origin ?? evidence.origin);
}
