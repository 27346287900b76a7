import type { Check } from '../cors/check.ts';
import type { EngineName } from '../cors/engine-name.ts';
import type { HeaderLine } from '../cors/header-list.ts';
import type { Reason } from '../cors/reason.ts';
import type { Exchange, Hop, Milliseconds, ObservedPreflight, ObservedResponse } from '../exchange/exchange.ts';
import type { Outcome, RequestMode, Verdict } from '../judge/verdict.ts';
import type { Warning } from '../judge/warning.ts';
import { type Hiding, masking, showAll } from './hiding.ts';

/** Exchanges and verdicts as a file. `report.schema.json` says the same as JSON Schema. */
export interface Report {
  readonly format: 'cors-lens-report';
  readonly version: 1;
  /** Name and version of the browser that saw the exchanges: "Chromium 156". */
  readonly browser: string;
  readonly exchanges: readonly ReportedExchange[];
}

export interface ReportedExchange {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly initiator: { readonly origin: string | null; readonly url: string | null };
  readonly type: string;
  readonly mode: RequestMode;
  /** Null where nothing observable told whether credentials were included. */
  readonly credentials: boolean | null;
  readonly startedAt: Milliseconds;
  readonly hops: readonly ReportedHop[];
  readonly ending: { readonly kind: string; readonly error: string | null };
  readonly verdict: ReportedVerdict;
  readonly engines: Readonly<Record<EngineName, { readonly outcome: Outcome; readonly reason: Reason | null }>>;
}

export interface ReportedHop {
  readonly url: string;
  /** What the request named as its origin; null where it named none, or was not seen. */
  readonly origin: string | null;
  readonly preflight: { readonly request: ReportedRequest; readonly response: ReportedResponse | null } | null;
  /** Null where the request was not seen to go out. */
  readonly request: ReportedRequest | null;
  readonly response: ReportedResponse | null;
}

export interface ReportedRequest {
  readonly method: string;
  readonly at: Milliseconds;
  readonly headers: readonly HeaderLine[];
}

export interface ReportedResponse {
  readonly status: number;
  readonly at: Milliseconds;
  readonly headers: readonly HeaderLine[];
}

export interface ReportedVerdict {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly parameter: string;
  readonly stage: string | null;
  readonly hop: number;
  readonly notCors: string | null;
  readonly checks: readonly Check[];
  readonly warnings: readonly Warning[];
}

/** One exchange with what each engine decides about it. `own` is the engine that saw it. */
export interface JudgedExchange {
  readonly exchange: Exchange;
  readonly own: EngineName;
  readonly verdicts: Readonly<Record<EngineName, Verdict>>;
}

export interface ReportOptions {
  readonly browser: string;
  /** Only when the person asked for them. */
  readonly withSecrets?: boolean;
}

/** The report on some exchanges. Secrets are masked unless asked for. */
export function reportOf(judged: readonly JudgedExchange[], { browser, withSecrets = false }: ReportOptions): Report {
  const hide: Hiding = withSecrets ? showAll : masking;
  return {
    format: 'cors-lens-report',
    version: 1,
    browser,
    exchanges: judged.map((each) => reportedExchange(each, hide)),
  };
}

function reportedExchange({ exchange, own, verdicts }: JudgedExchange, hide: Hiding): ReportedExchange {
  const [first] = exchange.hops;
  const verdict = verdicts[own];
  const inShort = ({ outcome, reason }: Verdict) => ({ outcome, reason });
  return {
    id: exchange.id,
    url: hide.url(first?.url ?? ''),
    method: first?.method ?? '',
    initiator: {
      origin: exchange.initiator.origin,
      url: exchange.initiator.url === null ? null : hide.url(exchange.initiator.url),
    },
    type: exchange.type,
    mode: verdict.mode,
    credentials: verdict.credentialed,
    startedAt: exchange.startedAt,
    hops: exchange.hops.map((hop) => reportedHop(hop, hide)),
    ending: {
      kind: exchange.ending.kind,
      error: exchange.ending.kind === 'failed' ? (exchange.networkError ?? exchange.ending.error) : null,
    },
    verdict: reportedVerdict(verdict, hide),
    engines: {
      chromium: inShort(verdicts.chromium),
      firefox: inShort(verdicts.firefox),
      webkit: inShort(verdicts.webkit),
    },
  };
}

function reportedHop(hop: Hop, hide: Hiding): ReportedHop {
  const wentOut =
    hop.requestHeaders !== null && (hop.sentAt !== null || hop.response !== null || hop.preflight === null);
  return {
    url: hide.url(hop.url),
    origin: originHeader(hop.requestHeaders) ?? originHeader(hop.preflight?.requestHeaders ?? null),
    preflight: hop.preflight && reportedPreflight(hop.preflight, hide),
    request: wentOut
      ? { method: hop.method, at: hop.sentAt ?? hop.startedAt, headers: hide.headers(hop.requestHeaders ?? []) }
      : null,
    response: hop.response && reportedResponse(hop.response, hide),
  };
}

function originHeader(lines: readonly HeaderLine[] | null): string | null {
  return lines?.find(([name]) => name.toLowerCase() === 'origin')?.[1] ?? null;
}

function reportedPreflight(preflight: ObservedPreflight, hide: Hiding): ReportedHop['preflight'] {
  return {
    request: { method: 'OPTIONS', at: preflight.startedAt, headers: hide.headers(preflight.requestHeaders) },
    response: preflight.response && reportedResponse(preflight.response, hide),
  };
}

function reportedResponse(response: ObservedResponse, hide: Hiding): ReportedResponse {
  return { status: response.status, at: response.at, headers: hide.headers(response.headers) };
}

function reportedVerdict(verdict: Verdict, hide: Hiding): ReportedVerdict {
  const hidden = (text: string | null) => (text === null ? null : hide.text(text));
  return {
    outcome: verdict.outcome,
    reason: verdict.reason,
    parameter: hide.text(verdict.parameter),
    stage: verdict.stage,
    hop: verdict.hop,
    notCors: verdict.notCors,
    checks: verdict.checks.map((check) => ({
      ...check,
      value: hidden(check.value),
      expected: hidden(check.expected),
      parameter: hide.text(check.parameter),
    })),
    warnings: verdict.warnings,
  };
}
