import { type FormEvent, useId, useState } from 'react';
import { checkOwnRule, type RuleProblem } from '../../override/check-own-rule.ts';
import type { HeaderAction, OwnRule } from '../../override/override.ts';
import { Button } from '../button/button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './own-rules.module.css';

type Operation = HeaderAction['operation'];

/** One header of one's own, to be written. What the browser cannot or should not do is refused with the reason. */
export function OwnRuleForm(props: {
  /** Null for a new one. */
  readonly rule: OwnRule | null;
  /** The person's other rules. */
  readonly others: readonly OwnRule[];
  /** Servers to suggest. */
  readonly servers: readonly string[];
  readonly isBusy: boolean;
  readonly onSave: (rule: OwnRule) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { rule, others, servers, isBusy, onSave, onCancel } = props;
  const { engine } = usePanelStore().host;
  const id = useId();
  const [direction, setDirection] = useState<OwnRule['direction']>(rule?.direction ?? 'request');
  const [operation, setOperation] = useState<Operation>(rule?.action.operation ?? 'set');
  const [name, setName] = useState(rule?.action.name ?? '');
  const [value, setValue] = useState(rule && rule.action.operation !== 'remove' ? rule.action.value : '');
  const [target, setTarget] = useState(rule?.target ?? servers[0] ?? '');
  const [wasSent, setSent] = useState(false);

  const action: HeaderAction = operation === 'remove' ? { operation, name } : { operation, name, value };
  const written: OwnRule = { target, direction, action };
  const fault = checkOwnRule(written, others, engine);
  const problem = wasSent ? fault : null;
  const about = (field: RuleProblem['field']) =>
    problem?.field === field ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSent(true);
    if (fault === null) void onSave(written);
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit} data-form="own-rule">
      <label>
        Header of
        <select
          value={direction}
          onChange={(event) => setDirection(event.target.value === 'response' ? 'response' : 'request')}
        >
          <option value="request">requests</option>
          <option value="response">answers</option>
        </select>
      </label>
      <label>
        What to do
        <select
          value={operation}
          onChange={(event) => setOperation(event.target.value as Operation)}
          {...about('operation')}
        >
          <option value="set">Set</option>
          <option value="append">Add to what is there</option>
          <option value="remove">Remove</option>
        </select>
      </label>
      <label>
        Name
        {/* biome-ignore lint/a11y/noAutofocus: the form was asked for to write a name */}
        <input autoFocus value={name} onChange={(event) => setName(event.target.value)} {...plain} {...about('name')} />
      </label>
      {operation !== 'remove' && (
        <label>
          Value
          <input value={value} onChange={(event) => setValue(event.target.value)} {...plain} {...about('value')} />
        </label>
      )}
      <label className={styles.server}>
        Server
        <input
          list={`${id}-servers`}
          placeholder="https://api.example.test"
          value={target}
          onChange={(event) => setTarget(event.target.value.trim())}
          {...plain}
          {...about('target')}
        />
        <datalist id={`${id}-servers`}>
          {servers.map((server) => (
            <option key={server} value={server} />
          ))}
        </datalist>
      </label>
      <p id={`${id}-problem`} className={styles.problem} role="alert" data-problem={problem?.field}>
        {problem && <RichTextView text={problem.text} />}
      </p>
      <div className={styles.formButtons}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" data-action="save-own-rule" disabled={isBusy}>
          {rule ? 'Change' : 'Add'}
        </Button>
      </div>
    </form>
  );
}

/** For fields that hold no prose. */
const plain = { type: 'text', spellCheck: false, autoComplete: 'off', autoCapitalize: 'off' } as const;
