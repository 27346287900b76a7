import type { HeaderLine } from '../cors/header-list.ts';
import type { Initiator } from './exchange.ts';
import { firstValue } from './first-value.ts';
import { withoutFragment } from './without-fragment.ts';

/** What pairing looks at, of a preflight as of a request that may be waiting for one. */
export interface Caller {
  readonly tabId: number;
  readonly frameId: number;
  /** Chromium's; null where there is none. */
  readonly documentId: string | null;
  readonly initiator: Initiator;
}

/** A request that has begun and was not yet seen to go out. */
export interface WaitingRequest {
  readonly caller: Caller;
  readonly method: string;
  /** Firefox tells them before the preflight; null where they are not known. */
  readonly requestHeaders: readonly HeaderLine[] | null;
}

/** What a preflight asks for; the method is null when the browser did not tell its headers. */
export interface PreflightQuestion {
  readonly caller: Caller;
  readonly method: string | null;
  /** Lower case. */
  readonly headerNames: readonly string[];
}

/** The method that a preflight asks about; null for an OPTIONS that a script made: no script can set the header. */
export function askedMethod(method: string, headers: readonly HeaderLine[]): string | null {
  if (method !== 'OPTIONS') return null;
  return firstValue(headers, 'access-control-request-method');
}

/** The header names that a preflight asks about, in lower case. */
export function askedHeaderNames(headers: readonly HeaderLine[]): string[] {
  return (firstValue(headers, 'access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

/** A preflight and its request are only ever compared under one key: the same place and URL, without its fragment. */
export function pairingKey({ tabId, frameId }: Caller, url: string): string {
  return `${tabId} ${frameId} ${withoutFragment(url)}`;
}

/**
 * The request that a preflight is for. The browsers answer first in, first out (measured), so it is the oldest that
 * waits; the resource type does not count, since a beacon's preflight has another.
 *
 * @param waiting requests under the preflight's key, oldest first
 */
export function pairedRequest<Request extends WaitingRequest>(
  question: PreflightQuestion,
  waiting: Iterable<Request>,
): Request | null {
  const candidates = [...waiting].filter(
    ({ caller, method }) =>
      (question.method === null || question.method === method) && isSameCaller(caller, question.caller),
  );
  return candidates.find((candidate) => hasAskedHeaders(question, candidate)) ?? candidates[0] ?? null;
}

/** Whether a request has the headers that a preflight asks for, as far as they are known. */
export function hasAskedHeaders({ headerNames }: PreflightQuestion, { requestHeaders }: WaitingRequest): boolean {
  if (requestHeaders === null) return true;
  const present = new Set(requestHeaders.map(([name]) => name.toLowerCase()));
  return headerNames.every((name) => present.has(name));
}

function isSameCaller(a: Caller, b: Caller): boolean {
  return (
    a.initiator.origin === b.initiator.origin && a.initiator.url === b.initiator.url && a.documentId === b.documentId
  );
}
