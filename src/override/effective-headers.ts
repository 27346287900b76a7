import type { HeaderLine } from '../cors/header-list.ts';
import { hostOf } from './patch.ts';
import type { RuleHeader, SessionRule } from './session-rules.ts';

/** As much of a request as rules look at. */
export interface RuledRequest {
  readonly tabId: number;
  readonly url: string;
  /** Serialised; null where nobody told. */
  readonly initiator: string | null;
}

/**
 * The answer's header lines as the browser's rules make them; null where no rule applies. For the answers of which the
 * browser tells only what the server said: those that it refuses.
 */
export function effectiveHeaders(
  rules: readonly SessionRule[],
  request: RuledRequest,
  lines: readonly HeaderLine[],
): readonly HeaderLine[] | null {
  const headers = rules
    .filter(({ condition }) => applies(condition, request))
    .toSorted((a, b) => b.priority - a.priority)
    .flatMap(({ action }) => action.responseHeaders ?? []);
  if (headers.length === 0) return null;
  const touched = new Map<string, RuleHeader['operation']>();
  return headers.reduce<readonly HeaderLine[]>((now, header) => {
    const earlier = touched.get(header.header);
    // What a rule of more weight has set may be appended to, no more; what it has removed stays away.
    if (earlier !== undefined && (header.operation !== 'append' || earlier === 'remove')) return now;
    touched.set(header.header, header.operation);
    return withRule(now, header);
  }, lines);
}

function withRule(lines: readonly HeaderLine[], { header, operation, value = '' }: RuleHeader): readonly HeaderLine[] {
  const others = lines.filter(([name]) => name.toLowerCase() !== header);
  switch (operation) {
    case 'remove':
      return others;
    case 'set':
      return [...others, [header, value]];
    case 'append':
      return [...lines, [header, value]];
  }
}

function applies(condition: SessionRule['condition'], { tabId, url, initiator }: RuledRequest): boolean {
  const { tabIds, urlFilter, initiatorDomains, excludedInitiatorDomains = [] } = condition;
  if (!tabIds.includes(tabId) || !url.startsWith(urlFilter.slice('|'.length))) return false;
  const host = initiator === null ? null : hostOf(initiator);
  const isWithin = (domain: string) => host === domain || host?.endsWith(`.${domain}`) === true;
  return !excludedInitiatorDomains.some(isWithin) && (initiatorDomains?.some(isWithin) ?? true);
}
