import type { EngineName } from '../cors/engine-name.ts';
import type { HeaderAction, Override, OwnRule, Patch } from './override.ts';
import { hostOf } from './patch.ts';
import { leavesNothingBehind } from './patch-for-exchange.ts';

/** A header of a rule, as declarativeNetRequest wants it. */
export interface RuleHeader {
  readonly header: string;
  readonly operation: 'set' | 'append' | 'remove';
  readonly value?: string;
}

/**
 * A session rule as declarativeNetRequest wants it. Without `resourceTypes` it covers everything but main frames, preflights
 * included: each browser has types that the other one refuses. The lists are not `readonly` only because the API's are not.
 */
export interface SessionRule {
  readonly id: number;
  readonly priority: number;
  readonly condition: {
    readonly tabIds: number[];
    /** A server's origin from the beginning on: scheme, host and port. */
    readonly urlFilter: string;
    readonly initiatorDomains?: string[];
    readonly excludedInitiatorDomains?: string[];
  };
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly requestHeaders?: RuleHeader[];
    readonly responseHeaders?: RuleHeader[];
  };
}

/** More than a patch can have: what a person wrote comes first. */
const ownPriority = 1000;

/**
 * The rules that an override consists of, all of them for its one tab.
 *
 * @param firstId the others follow it
 */
export function sessionRules(override: Override, engine: EngineName, firstId: number): SessionRule[] {
  const page = hostOf(override.pageOrigin);
  const patches = override.patches.map((patch) => ({
    priority: weight(patch),
    condition: { ...place(override, patch.target), ...askedBy(patch, page) },
    action: { type: 'modifyHeaders' as const, responseHeaders: patch.actions.map(ruleHeader) },
  }));
  const targets = [...new Set(override.ownRules.map(({ target }) => target))];
  const own = targets.map((target) => ({
    priority: ownPriority,
    condition: { ...place(override, target), ...(page !== null && { initiatorDomains: [page] }) },
    action: ownAction(
      override.ownRules.filter((rule) => rule.target === target),
      engine,
    ),
  }));
  return [...patches, ...own].map((rule, index) => ({ id: firstId + index, ...rule }));
}

/** A rule for a host covers the hosts below it, too: of two rules the one for the longer name is the one that is meant. */
function weight({ initiator }: Patch): number {
  return hostOf(initiator)?.split('.').length ?? 1;
}

function place({ tabId }: Override, target: string): Pick<SessionRule['condition'], 'tabIds' | 'urlFilter'> {
  return { tabIds: [tabId], urlFilter: `|${target}/` };
}

/** A null origin never matches `initiatorDomains`; it matches rules that leave out what it is not. */
function askedBy({ initiator, sparedHosts }: Patch, page: string | null): Partial<SessionRule['condition']> {
  const host = hostOf(initiator);
  if (host !== null) return { initiatorDomains: [host] };
  const spared = page === null ? sparedHosts : [page, ...sparedHosts];
  return { excludedInitiatorDomains: [...new Set(spared)] };
}

function ownAction(rules: readonly OwnRule[], engine: EngineName): SessionRule['action'] {
  const of = (direction: OwnRule['direction']) =>
    rules.filter((rule) => rule.direction === direction).map(({ action }) => action);
  const request = of('request');
  const response = of('response');
  const answers = response.length === 0 ? [] : [...response, ...leavesNothingBehind(engine)];
  return {
    type: 'modifyHeaders',
    ...(request.length > 0 && { requestHeaders: request.map(ruleHeader) }),
    ...(answers.length > 0 && { responseHeaders: answers.map(ruleHeader) }),
  };
}

function ruleHeader(action: HeaderAction): RuleHeader {
  const header = action.name.toLowerCase();
  return action.operation === 'remove'
    ? { header, operation: 'remove' }
    : { header, operation: action.operation, value: action.value };
}
