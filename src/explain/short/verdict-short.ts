import type { Reason } from '../../cors/reason.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { lowerFirst } from '../lower-first.ts';
import { failureOf } from '../not-cors/failure-of.ts';
import { asOther, type Situation, situationOf } from '../situation.ts';
import { notCorsShort } from './not-cors-short.ts';
import { reasonShort } from './reason-short.ts';
import { warningShort } from './warning-short.ts';

/** A verdict in few words, for a list; no full stop. All else that there is to say of it is in `explainVerdict`. */
export function verdictShort(exchange: Exchange, verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'allowed':
      return allowedShort(verdict);
    case 'blocked':
      return blockedShort(situationOf(exchange, verdict));
    case 'opaque':
      return verdict.mode === 'no-cors' ? 'Not readable (no-cors)' : 'Not readable (redirect)';
    case 'not-cors':
      return notCorsShort[verdict.notCors ?? 'other-network-error'](failureOf(exchange));
    case 'pending':
      return 'Pending';
    case 'unknown':
      return verdict.otherReason === null ? 'Unknown' : twofoldShort(exchange, verdict, verdict.otherReason);
  }
}

function allowedShort({ contradiction, warnings: [warning] }: Verdict): string {
  if (contradiction !== null) return 'Allowed, headers look wrong';
  return warning ? `Allowed, ${lowerFirst(warningShort(warning))}` : 'Allowed';
}

function blockedShort(situation: Situation): string {
  const { reason, otherReason, notCors, contradiction } = situation.verdict;
  if (contradiction !== null) return 'Blocked, headers look right';
  if (reason === null) return 'Blocked';
  if (notCors !== null) return notCorsShort[notCors](failureOf(situation.exchange));
  const words = reasonShort[reason](situation);
  if (otherReason === null) return words;
  return `${words}, or ${lowerFirst(reasonShort[otherReason](asOther(situation, otherReason)))}`;
}

/** Readable or blocked, by what the browser does not tell. */
function twofoldShort(exchange: Exchange, verdict: Verdict, reason: Reason): string {
  return `Unknown, maybe blocked: ${lowerFirst(reasonShort[reason](situationOf(exchange, { ...verdict, reason })))}`;
}
