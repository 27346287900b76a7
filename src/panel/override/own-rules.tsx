import { useState } from 'react';
import type { OwnRule } from '../../override/override.ts';
import { Button } from '../button/button.tsx';
import { usePanelState } from '../store/use-panel.tsx';
import { RawText } from '../text/raw-text.tsx';
import type { Judged } from '../verdict/judged.ts';
import { OwnRuleForm } from './own-rule-form.tsx';
import styles from './own-rules.module.css';
import { Refusal } from './refusal.tsx';
import { useOverrideCommand } from './use-override.ts';

/** Headers of one's own: added, changed or removed for one server, in this tab, as long as the override is on. */
export function OwnRules({ all }: { readonly all: readonly Judged[] }) {
  const { override: state } = usePanelState('override');
  const { send, isBusy, refused } = useOverrideCommand();
  /** The index of the rule that is being edited; `new` for one more. */
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const rules = state?.override?.ownRules ?? [];
  const canStart = state?.page?.isDevelopment === true;
  const servers = serversOf(all);

  async function save(rule: OwnRule): Promise<void> {
    const ownRules = typeof editing === 'number' ? rules.with(editing, rule) : [...rules, rule];
    if (await send({ kind: 'set-own-rules', ownRules })) setEditing(null);
  }

  return (
    <>
      <h3>Headers of your own</h3>
      <p>
        A key for a development gateway, a feature header: set, add or remove a header for one server, in this tab only
        and for as long as the override is on.
      </p>
      <ul className={styles.rules}>
        {rules.map((rule, index) =>
          editing === index ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
            <li key={index}>
              <OwnRuleForm
                rule={rule}
                others={rules.toSpliced(index, 1)}
                servers={servers}
                isBusy={isBusy}
                onSave={save}
                onCancel={() => setEditing(null)}
              />
            </li>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
            <li key={index} data-own-rule={rule.action.name}>
              <RuleLine rule={rule} />
              <Button
                kind="quiet"
                aria-label={`Edit ${rule.action.name}`}
                disabled={isBusy}
                onClick={() => setEditing(index)}
              >
                Edit
              </Button>
              <Button
                kind="quiet"
                aria-label={`Remove ${rule.action.name}`}
                disabled={isBusy}
                onClick={() => void send({ kind: 'set-own-rules', ownRules: rules.toSpliced(index, 1) })}
              >
                Remove
              </Button>
            </li>
          ),
        )}
        {editing === 'new' && (
          <li>
            <OwnRuleForm
              rule={null}
              others={rules}
              servers={servers}
              isBusy={isBusy}
              onSave={save}
              onCancel={() => setEditing(null)}
            />
          </li>
        )}
      </ul>
      {editing === null && (
        <Button data-action="add-own-rule" disabled={!canStart} onClick={() => setEditing('new')}>
          Add a header
        </Button>
      )}
      <Refusal refused={refused} />
    </>
  );
}

const verbs = { set: 'Set', append: 'Add', remove: 'Remove' } as const;

function RuleLine({ rule: { target, direction, action } }: { readonly rule: OwnRule }) {
  return (
    <div className={styles.rule}>
      {verbs[action.operation]}{' '}
      <code>
        <RawText text={action.operation === 'remove' ? action.name : `${action.name}: ${action.value}`} />
      </code>{' '}
      {direction === 'request' ? 'in requests to' : 'in answers of'}{' '}
      <code>
        <RawText text={target} />
      </code>
    </div>
  );
}

/** The servers that the page asked, each once, as suggestions. */
function serversOf(all: readonly Judged[]): string[] {
  const urls = all.flatMap(({ exchange }) => exchange.hops.map(({ url }) => url));
  return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
}
