import { isToken } from '../cors/token.ts';
import type { RichText } from '../explain/rich-text.ts';
import { rich } from '../explain/rich-text.ts';
import type { OwnRule } from './override.ts';

/** What is wrong with a rule that a person wrote, and in which of its fields. */
export interface RuleProblem {
  readonly field: 'target' | 'name' | 'value' | 'operation';
  /** A sentence or two. */
  readonly text: RichText;
}

/** Whether the browser can and should do what a person's rule says. Null where all is well. */
export function checkOwnRule({ action }: OwnRule): RuleProblem | null {
  if (!isToken(action.name))
    return { field: 'name', text: rich`A header name consists of letters, digits and ${{ code: "!#$%&'*+-.^_`|~" }}.` };
  return null;
}
