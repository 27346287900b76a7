import type { Check } from '../../cors/check.ts';
import { HeaderList } from '../../cors/header-list.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { tokens } from '../look-alike/token-list.ts';
import { listed } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';

const safelistedMethods: readonly string[] = ['GET', 'HEAD', 'POST'];

/** What made the browser ask first; or that nothing did. */
export function preflightNeeded(check: Check, exchange: Exchange): RichText {
  const reasons = askers(check, exchange);
  if (reasons.length > 0) {
    return rich`Preflight needed: ${listed(reasons)} ${reasons.length === 1 ? 'is' : 'are'} not safelisted`;
  }
  return isNeeded(check, exchange)
    ? rich`Preflight needed, although method and headers are safelisted`
    : rich`No preflight needed: method and headers are safelisted`;
}

/** The method and the header names that are not safelisted, as the preflight named them or as the judge found them. */
function askers(check: Check, exchange: Exchange): string[] {
  const hop = exchange.hops[check.hop];
  if (hop?.preflight) {
    const sent = new HeaderList(hop.preflight.requestHeaders);
    const method = sent.get('access-control-request-method') ?? hop.method;
    const names = tokens(sent.get('access-control-request-headers') ?? '').map(({ text }) => text);
    return [...(safelistedMethods.includes(method) ? [] : [method]), ...names];
  }
  return tokens(check.value ?? '').map(({ text }) => text);
}

const isNeeded = (check: Check, exchange: Exchange): boolean =>
  exchange.hops[check.hop]?.preflight != null || (check.value ?? '') !== '';
