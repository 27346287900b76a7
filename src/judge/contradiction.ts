import { isRedirectStatus } from '../cors/redirect.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { lastHop, reachesIntoLocalNetwork, wasSent } from './observed-end.ts';
import type { Contradiction } from './verdict.ts';

type LikelyCause = Contradiction['likelyCauses'][number];

/** Why a browser may have ended an exchange otherwise than its headers say, the likeliest first. */
export function contradictionOf(exchange: Exchange, observed: 'allowed' | 'blocked'): Contradiction {
  return observed === 'allowed'
    ? { computed: 'blocked', observed, likelyCauses: causesOfPassing(exchange) }
    : { computed: 'allowed', observed, likelyCauses: causesOfRefusal(exchange) };
}

function causesOfPassing(exchange: Exchange): LikelyCause[] {
  const causes: LikelyCause[] = ['override', 'another-extension'];
  if (isFromCache(exchange)) causes.push('stale-cache');
  return causes;
}

function causesOfRefusal(exchange: Exchange): LikelyCause[] {
  const hop = lastHop(exchange);
  const causes: LikelyCause[] = [];
  if (hop !== undefined) {
    if (!wasSent(hop)) causes.push('preflight-blocked-by-client');
    if (isRedirectStatus(hop.response?.status ?? 0)) causes.push('redirect-mode');
    if (reachesIntoLocalNetwork(exchange, hop)) causes.push('local-network-access');
  }
  causes.push('another-extension');
  if (isFromCache(exchange)) causes.push('stale-cache');
  if (exchange.ending.kind === 'failed' && exchange.ending.error.startsWith('NS_BINDING')) causes.push('aborted');
  return causes;
}

function isFromCache(exchange: Exchange): boolean {
  return exchange.hops.some((hop) => hop.response?.fromCache === true);
}
