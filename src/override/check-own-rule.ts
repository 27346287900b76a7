import type { EngineName } from '../cors/engine-name.ts';
import { isHttp, parseUrl } from '../cors/origin.ts';
import { isToken } from '../cors/token.ts';
import { code } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import { isFieldValue } from './field-value.ts';
import type { HeaderAction, OwnRule } from './override.ts';
import { mixesCredentialsWithWildcard } from './patch.ts';
import { appendableInChromium, whyUnfit } from './unfit-headers.ts';

/** What is wrong with a rule that a person wrote, and in which of its fields. */
export interface RuleProblem {
  readonly field: 'target' | 'name' | 'value' | 'operation';
  /** A sentence or two. */
  readonly text: RichText;
}

/**
 * Whether the browser can and should do what a person's rule says. Null where all is well.
 *
 * @param others the person's other rules
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5
 */
export function checkOwnRule(rule: OwnRule, others: readonly OwnRule[], engine: EngineName): RuleProblem | null {
  return (
    checkTarget(rule.target) ??
    checkName(rule) ??
    checkValue(rule.action) ??
    checkOperation(rule, engine) ??
    checkBeside(rule, others)
  );
}

function checkTarget(target: string): RuleProblem | null {
  const url = parseUrl(target);
  if (url !== null && isHttp(url) && url.origin === target) return null;
  return {
    field: 'target',
    text: rich`A server is named by scheme, host and port, as in ${code('https://api.test:8444')}.`,
  };
}

function checkName({ direction, action: { name } }: OwnRule): RuleProblem | null {
  if (name === '') return { field: 'name', text: rich`A header needs a name.` };
  if (!isToken(name)) {
    const text = rich`${code(name)} is no header name: it may have letters, digits and ${code("!#$%&'*+-.^_`|~")} in it, and no space.`;
    return { field: 'name', text };
  }
  const why = whyUnfit(direction, name);
  return why === null ? null : { field: 'name', text: rich`${code(name)} cannot be changed here. ${why}` };
}

function checkValue(action: HeaderAction): RuleProblem | null {
  if (action.operation === 'remove' || isFieldValue(action.value)) return null;
  if (action.value.trim() === '') {
    return { field: 'value', text: rich`A header needs a value. To send none, remove the header.` };
  }
  return {
    field: 'value',
    text: rich`A value consists of visible ASCII characters, with spaces or tabs in between, not around it. Encode anything else.`,
  };
}

function checkOperation({ direction, action }: OwnRule, engine: EngineName): RuleProblem | null {
  if (action.operation !== 'append' || direction !== 'request' || engine !== 'chromium') return null;
  if (appendableInChromium.includes(action.name.toLowerCase())) return null;
  return {
    field: 'operation',
    text: rich`Chromium cannot append to ${code(action.name)} in a request. Set the whole value.`,
  };
}

function checkBeside(rule: OwnRule, others: readonly OwnRule[]): RuleProblem | null {
  const beside = others.filter(({ target, direction }) => target === rule.target && direction === rule.direction);
  const name = rule.action.name.toLowerCase();
  if (beside.some(({ action }) => action.name.toLowerCase() === name)) {
    return { field: 'name', text: rich`Another rule changes ${code(rule.action.name)} for this server already.` };
  }
  const actions = [rule, ...beside].map(({ action }) => action);
  if (rule.direction === 'request' || !mixesCredentialsWithWildcard(actions)) return null;
  return {
    field: 'value',
    text: rich`${code('Access-Control-Allow-Origin: *')} and ${code('Access-Control-Allow-Credentials: true')} exclude each other: browsers refuse the two together. Name the page's origin.`,
  };
}

/** The first problem among the rules; null where all are well. */
export function checkOwnRules(rules: readonly OwnRule[], engine: EngineName): RuleProblem | null {
  for (const [index, rule] of rules.entries()) {
    const problem = checkOwnRule(rule, rules.slice(0, index), engine);
    if (problem !== null) return problem;
  }
  return null;
}
