import { useId } from 'react';
import styles from './answer-editor.module.css';
import type { EditableAnswer } from './edited-exchange.ts';

const titles: Readonly<Record<EditableAnswer['kind'], string>> = {
  preflight: 'Preflight response',
  response: 'Response',
};

/** One answer, to be changed: its status, and its headers as lines. */
export function AnswerEditor({
  answer,
  numbered,
  onChange,
}: {
  readonly answer: EditableAnswer;
  /** Whether to say which hop it is. */
  readonly numbered: boolean;
  readonly onChange: (answer: EditableAnswer) => void;
}) {
  const id = useId();
  const title = `${numbered ? `${answer.hop + 1}. ` : ''}${titles[answer.kind]}`;
  return (
    <fieldset className={styles.answer} data-answer={answer.kind}>
      <legend>{title}</legend>
      <label htmlFor={`${id}-status`}>Status</label>
      <input
        id={`${id}-status`}
        className={styles.status}
        type="number"
        min={100}
        max={599}
        value={answer.status}
        onChange={(event) => onChange({ ...answer, status: event.target.valueAsNumber || 0 })}
      />
      <textarea
        className={styles.headers}
        aria-label={`${title}: headers, one per line`}
        rows={Math.min(12, Math.max(3, answer.text.split('\n').length + 1))}
        spellCheck={false}
        autoComplete="off"
        value={answer.text}
        onChange={(event) => onChange({ ...answer, text: event.target.value })}
      />
    </fieldset>
  );
}
