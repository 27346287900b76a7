import { type Reason, reasons } from '../../src/cors/reason.ts';
import { reasonTable } from '../../src/cors/reason-table.ts';
import type { OwnVerdict } from '../browsers/browser-driver.ts';
import type { PanelRow } from '../browsers/panel-rows.ts';

/** What became of a request, in words that a browser's own account and the panel's can both be put into. */
export type Saying = 'went through' | 'failed, and not by CORS' | `refused: ${string}`;

const through: Saying = 'went through';
const failed: Saying = 'failed, and not by CORS';

/** What Firefox also writes, which is no verdict: it went through, with a word about the future. */
const warning = /^Cross-Origin Request Warning/;

/** What Firefox writes about a request that failed for another cause, and after each message about a preflight. */
const noSuccess = 'CORSDidNotSucceed2';

/** What follows another word on the same request. */
const followUps: ReadonlySet<string | null> = new Set([noSuccess, 'CORSPreflightDidNotSucceed3']);

/** A browser's words on the requests of one scenario that it refused or could not make: the first on each. */
export function firstWords(own: readonly OwnVerdict[]): OwnVerdict[] {
  const first: OwnVerdict[] = [];
  /** Whether the latest word may be followed by another on the same request. */
  let isOpen = false;
  for (const one of own) {
    if (warning.test(one.error)) continue;
    if (isOpen && followUps.has(one.reason)) {
      if (one.reason === noSuccess) isOpen = false; // the last word on a request
      continue;
    }
    first.push(one);
    isOpen = true;
  }
  // Chromium speaks twice of a request whose preflight could not be made: then the words with a reason count.
  const explained = new Set(first.filter(({ reason }) => reason !== null).map(({ url }) => url));
  return first.filter(({ reason, url }) => reason !== null || !explained.has(url));
}

/**
 * The browser's account of so many requests. It is silent on those that went through, and on a few that failed: of
 * these the page knows.
 *
 * @param words one for each request that it spoke of
 * @param failedInPage how many the page saw fail
 */
export function ownSayings(words: readonly OwnVerdict[], requests: number, failedInPage: number): Saying[] {
  const spoken = words.slice(0, requests).map(({ reason }) => sayingOf(reason));
  const silent = Math.max(0, Math.min(failedInPage, requests) - spoken.length);
  const rest = Array.from({ length: requests - spoken.length }, (_, index) => (index < silent ? failed : through));
  return [...spoken, ...rest].sort();
}

function sayingOf(reason: string | null): Saying {
  return reason === null || reason === noSuccess ? failed : `refused: ${reason}`;
}

/**
 * The panel's account of a request. Of two reasons that it names, the browser's if it is among them.
 *
 * @param own the browser's account of the requests to this address
 */
export function panelSaying(engine: 'chromium' | 'firefox', row: PanelRow, own: readonly Saying[]): Saying | string {
  const { outcome, reason, otherReason, notCors } = row;
  switch (outcome) {
    case 'allowed':
    case 'opaque':
      return through;
    case 'blocked': {
      const named = [reason, otherReason].flatMap((name) => (isReason(name) ? namesOf(engine, name) : []));
      return named.find((saying) => own.includes(saying)) ?? named[0] ?? `blocked: ${reason}`;
    }
    case 'not-cors': {
      // Chromium's own list of CORS errors has local network access in it; it is no fault of the CORS headers.
      const local = own.find((words) => /LocalNetwork/.test(words));
      return notCors === 'local-network-access' && local ? local : failed;
    }
    default:
      return outcome;
  }
}

function isReason(name: string | null): name is Reason {
  return reasons.some((reason) => reason === name);
}

function namesOf(engine: 'chromium' | 'firefox', reason: Reason): Saying[] {
  if (engine === 'chromium') return [`refused: ${reason}`];
  const name = sayingOf(reasonTable[reason].firefox);
  // Several values in one line are a mismatch in Firefox; only several lines are "multiple".
  const several = /MultipleAllowOriginValues$/.test(reason);
  return several ? [name, 'refused: CORSAllowOriginNotMatchingOrigin'] : [name];
}
