import type { Reason } from './reason.ts';

/** Where in the life of a request a check is made. */
export type Stage = 'request' | 'preflight' | 'response' | 'redirect';

/** One step of the standard's algorithms, as the panel lists them. */
export const checkNames = [
  'mode',
  'scheme',
  'local-network',
  'preflight-needed',
  'preflight-redirect',
  'preflight-allow-origin',
  'preflight-allow-credentials',
  'preflight-status',
  'preflight-parse-methods',
  'preflight-parse-headers',
  'preflight-method',
  'preflight-headers',
  'redirect-scheme',
  'redirect-credentials',
  'allow-origin',
  'allow-credentials',
] as const;

export type CheckName = (typeof checkNames)[number];

/**
 * - `passed`
 * - `failed`: the first failure, which is the one that the browser names
 * - `would-fail`: fails too, but the browser stopped before it
 * - `not-reached`: nothing to look at, because the browser stopped before there was
 */
export type CheckStatus = 'passed' | 'failed' | 'would-fail' | 'not-reached';

/** One check, with the evidence it looked at. */
export interface Check {
  readonly name: CheckName;
  readonly stage: Stage;
  /** Index of the hop: 0 is the request as the page made it, each redirect adds one. */
  readonly hop: number;
  readonly status: CheckStatus;
  /** Why it failed or would fail; null for the other two. */
  readonly reason: Reason | null;
  /** The header looked at, in lower case; null where the check is about something else (status, mode, URL). */
  readonly header: string | null;
  /** What was found: the header's combined value, the status, the URL. Null means absent. */
  readonly value: string | null;
  /** What was wanted: the origin, `true`, the method, the header names. */
  readonly expected: string | null;
  /** What the browser names as at fault: the value, the method, the header. Empty where it names nothing. */
  readonly parameter: string;
  /** The fragment of fetch.spec.whatwg.org, without `#`, or of wicg.github.io/local-network-access for that check. */
  readonly anchor: string;
}
