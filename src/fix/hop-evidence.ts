import type { Check, CheckName } from '../cors/check.ts';
import { type HeaderLine, HeaderList } from '../cors/header-list.ts';
import { parseUrl } from '../cors/origin.ts';
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
      origin: originOf(exchange, index),
    };
  });
}

/** What the request of a hop names as its origin, or would: engines disagree about its preflight's. */
function originOf({ hops, initiator }: Exchange, index: number): string {
  const sent = originHeader(hops[index]?.requestHeaders);
  if (sent !== null) return sent;
  const own = initiator.origin ?? originHeader(hops[0]?.preflight?.requestHeaders) ?? 'null';
  return isTainted(hops.slice(0, index + 1), own) ? 'null' : own;
}

function originHeader(headers: readonly HeaderLine[] | null | undefined): string | null {
  return new HeaderList(headers ?? []).get('origin');
}

/**
 * Whether a redirect led from one foreign origin to another.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
function isTainted(hops: readonly Hop[], own: string): boolean {
  const origins = hops.map(({ url }) => parseUrl(url)?.origin ?? 'null');
  return origins.some((origin, index) => {
    const next = origins[index + 1];
    return next !== undefined && origin !== own && next !== origin;
  });
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
  const wanted = expectedBy(evidence, name);
  const [origin = evidence.origin] = wanted;
  return wanted.length > 1 || evidence.origin === 'null' ? 'null' : origin;
}
