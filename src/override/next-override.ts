import type { EngineName } from '../cors/engine-name.ts';
import { isHttp, parseUrl } from '../cors/origin.ts';
import { isToken } from '../cors/token.ts';
import type { Milliseconds } from '../exchange/exchange.ts';
import { checkOwnRules } from './check-own-rule.ts';
import type { OverrideCommand } from './commands.ts';
import { isDevelopmentOrigin } from './development-origin.ts';
import { isFieldValue } from './field-value.ts';
import { type Override, overrideLasts, type Patch, type Refusal } from './override.ts';
import { mergePatches, mixesCredentialsWithWildcard } from './patch.ts';

/** Where and when a command is carried out. */
export interface Circumstances {
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly now: Milliseconds;
  readonly engine: EngineName;
  readonly developmentOrigins: readonly string[];
}

export type OverrideChange = Exclude<
  OverrideCommand,
  { readonly kind: 'add-development-origin' | 'remove-development-origin' }
>;

/** What the override shall be after a command; null for none any more. A refusal where it cannot be done. */
export function nextOverride(
  override: Override | null,
  command: OverrideChange,
  circumstances: Circumstances,
): Override | null | Refusal {
  const { now, engine } = circumstances;
  const base = override ?? blank(circumstances);
  switch (command.kind) {
    case 'start': {
      if (command.patches.length === 0) return 'nothing-to-do';
      const patches = mergePatches(base.patches, command.patches);
      return patches.every((patch) => isSound(patch, circumstances)) ? { ...base, patches } : 'invalid';
    }
    case 'set-own-rules':
      if (override === null && command.ownRules.length === 0) return 'nothing-to-do';
      if (checkOwnRules(command.ownRules, engine) !== null) return 'invalid';
      return unlessEmpty({ ...base, ownRules: command.ownRules });
    case 'extend':
      return override === null ? 'no-override' : { ...override, endsAt: now + overrideLasts };
    case 'remove-target':
      if (override === null) return 'no-override';
      return unlessEmpty({ ...override, patches: override.patches.filter(({ target }) => target !== command.target) });
    case 'turn-off':
      return null;
  }
}

function blank({ tabId, pageOrigin, now }: Circumstances): Override {
  return { tabId, pageOrigin, startedAt: now, endsAt: now + overrideLasts, patches: [], ownRules: [] };
}

function unlessEmpty(override: Override): Override | null {
  return override.patches.length + override.ownRules.length === 0 ? null : override;
}

/** Whether a patch is one that a plan makes: nothing that an observed value holds can turn it into another one. */
function isSound({ target, initiator, actions }: Patch, { developmentOrigins }: Circumstances): boolean {
  const url = parseUrl(target);
  return (
    url !== null &&
    isHttp(url) &&
    url.origin === target &&
    (initiator === 'null' || isDevelopmentOrigin(initiator, developmentOrigins)) &&
    !mixesCredentialsWithWildcard(actions) &&
    actions.every((action) => isToken(action.name) && (action.operation === 'remove' || isFieldValue(action.value)))
  );
}
