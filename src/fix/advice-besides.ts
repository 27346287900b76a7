import { HeaderList } from '../cors/header-list.ts';
import { isRedirectStatus } from '../cors/redirect.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { AdviceName } from './advice-name.ts';
import { advice } from './advice-text.ts';
import type { Advice, HopFix } from './fix.ts';
import { responseOrigin } from './fix-response.ts';
import { type HopEvidence, open } from './hop-evidence.ts';

type Noted = readonly [name: AdviceName, value: string];

/** What to know besides the headers to set: another way out, an order of work, a danger. */
export function adviceBesides(hops: readonly HopFix[], evidence: readonly HopEvidence[], verdict: Verdict): Advice[] {
  return hops.flatMap((hop) => {
    const each = evidence[hop.hop];
    if (!each) return [];
    const noted = [...aboutTheServer(each, verdict), ...aboutThePreflight(each, hop), ...aboutTheOrigin(each, hop)];
    return noted.map(([name, value]) => advice(name, { url: hop.url, origin: responseOrigin(each), value }));
  });
}

function aboutTheServer({ hop, index }: HopEvidence, verdict: Verdict): Noted[] {
  if (verdict.hop !== index) return [];
  const status = hop.response?.status ?? hop.preflight?.response?.status ?? 0;
  if (verdict.notCors === 'server-error-page') return [['server-error-first', String(status)]];
  if (verdict.notCors === 'login-page') return [['preflight-before-login', '']];
  return [];
}

function aboutThePreflight(evidence: HopEvidence, fix: HopFix): Noted[] {
  const answer = evidence.hop.preflight?.response;
  const noted: Noted[] = [];
  const target = answer ? new HeaderList(answer.headers).get('location') : null;
  if (open(evidence, 'preflight-redirect') && target) noted.push(['call-the-redirect-target', target]);
  if (fix.preflight?.status != null && (answer?.status === 401 || answer?.status === 403)) {
    noted.push(['preflight-before-login', '']);
  }
  const { method } = fix.needs;
  if (open(evidence, 'preflight-method') && method !== method.toUpperCase()) noted.push(['method-in-capitals', method]);
  return noted;
}

function aboutTheOrigin(evidence: HopEvidence, fix: HopFix): Noted[] {
  const noted: Noted[] = [];
  const sets = [fix.preflight, fix.response].flatMap((answer) => answer?.headers ?? []);
  if (sets.some((change) => change.value === '*')) noted.push(['null-origin-means-everyone', '']);
  const answers = [evidence.hop.preflight?.response, evidence.hop.response].map(
    (a) => new HeaderList(a?.headers ?? []),
  );
  if (answers.some((answer) => answer.getAll('access-control-allow-origin').length > 1))
    noted.push(['one-place-only', '']);
  const target = answers[1]?.get('location');
  if (fix.response && isRedirectStatus(evidence.hop.response?.status ?? 0) && target)
    noted.push(['redirect-target-too', target]);
  if (sets.some((change) => change.name === 'Access-Control-Allow-Credentials' && change.value === null)) {
    noted.push(['credentials-for-others', '']);
  }
  return noted;
}
