import type { HeadersFix } from '../../fix/fix.ts';
import { needsOf } from '../../fix/fix-exchange.ts';
import { proxyPlan } from '../../fix/recipes/dev-proxies/proxy-plan.ts';
import { mergeFixes, type ServerPolicy } from '../../fix/server-policy.ts';
import type { Judged } from '../verdict/judged.ts';
import { fixOf } from './fix-of.ts';

/** What a dev proxy has to reach, for a request that is blocked; null where a proxy does not help, or cannot be written. */
export function proxyPolicyOf(judged: Judged): ServerPolicy | null {
  const { exchange, verdict } = judged;
  const page = exchange.initiator.origin;
  const fix = proxyFix(judged);
  const [policy] = fix === null ? [] : mergeFixes([fix]);
  if (policy === undefined || page === null || verdict.outcome === 'allowed') return null;
  return proxyPlan(policy, page) === null ? null : policy;
}

/** The fix by headers; where there is none, what the blocked request needs all the same: a proxy asks nobody's leave. */
function proxyFix(judged: Judged): HeadersFix | null {
  const { exchange, verdict } = judged;
  const fix = fixOf(judged);
  if (fix.kind === 'headers') return fix;
  if (fix.kind === 'nothing-to-fix' || verdict.outcome !== 'blocked' || verdict.mode !== 'cors') return null;
  // It would be sent to the login, too.
  if (verdict.notCors === 'login-page') return null;
  const needs = needsOf(exchange, verdict, verdict.hop);
  const url = exchange.hops[verdict.hop]?.url;
  if (needs === null || url === undefined) return null;
  return { kind: 'headers', hops: [{ hop: verdict.hop, url, preflight: null, response: null, needs }], advice: [] };
}
