import { isProxyLogin } from '../explain/not-cors/not-cors-clause.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { AdviceName } from './advice-name.ts';
import type { HopEvidence } from './hop-evidence.ts';

/**
 * What to do where a login page answered. Headers on it would help nobody: the page's code waits for data. Null where
 * there is none, or where it answered a preflight, which headers and a status cure.
 *
 * @param decisive the hop that the verdict is about
 */
export function adviceForLogin({ notCors, stage }: Verdict, { hop }: HopEvidence): AdviceName | null {
  if (notCors !== 'login-page') return null;
  const answer = stage === 'preflight' ? hop.preflight?.response : hop.response;
  if (answer && isProxyLogin(answer)) return 'proxy-login';
  return stage === 'preflight' ? null : 'answer-401';
}
