import type { Prediction } from '../cors/prediction.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { lastHop, type ObservedEnd, wasSent } from './observed-end.ts';

/** Whether a prediction could have ended as the exchange did: at the same place, in the same way. */
export function agreesWith(prediction: Prediction, end: ObservedEnd, exchange: Exchange): boolean {
  switch (prediction.outcome) {
    case 'opaque':
      // Resource timing has a 0 for each answer that the page cannot read, refused or not.
      return end.kind !== 'refused' || end.basis === 'resource-timing';
    case 'allowed':
    case 'opaque-redirect':
    case 'unknown':
      return end.kind !== 'refused';
    case 'network-error':
      return end.kind !== 'passed';
    case 'blocked':
      return end.kind !== 'passed' && couldHaveEndedThere(prediction, exchange);
  }
}

/** A request that was seen to go on cannot have been refused before. */
function couldHaveEndedThere({ hop, stage }: Prediction, exchange: Exchange): boolean {
  const last = lastHop(exchange);
  if (last === undefined) return true;
  // Refused because of where it was sent to, before anything went there.
  if (hop === exchange.hops.length && stage === 'request') return last.redirectedTo !== null;
  if (hop !== exchange.hops.length - 1) return false;
  return stage === 'preflight' || stage === 'request' ? !wasSent(last) : true;
}
