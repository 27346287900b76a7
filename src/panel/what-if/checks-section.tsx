import { useState } from 'react';
import type { EngineName } from '../../cors/engine-name.ts';
import { explainVerdict } from '../../explain/explain-verdict.ts';
import { applyFix } from '../../fix/apply-fix.ts';
import type { HeadersFix } from '../../fix/fix.ts';
import { fixFromAnswers } from '../../fix/fix-from-answers.ts';
import { judgeAsIf } from '../../judge/judge.ts';
import { Button } from '../button/button.tsx';
import { CheckList } from '../detail/check-list.tsx';
import { EnginesLine } from '../detail/engines-line.tsx';
import { Section } from '../detail/section.tsx';
import { fixOf } from '../fix/fix-of.ts';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { markOf, marks } from '../verdict/mark.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { AnswerEditor } from './answer-editor.tsx';
import styles from './checks-section.module.css';
import { type EditableAnswer, editableAnswers, withAnswers } from './edited-exchange.ts';

/** The browser's checks. The server's answers can be edited there, and the verdict follows at once. */
export function ChecksSection({
  judged,
  engine,
  onUseAsFix,
}: {
  readonly judged: Judged;
  readonly engine: EngineName;
  readonly onUseAsFix: (fix: HeadersFix) => void;
}) {
  const { exchange, verdict } = judged;
  const [answers, setAnswers] = useState<readonly EditableAnswer[] | null>(null);
  const [credentialed, setCredentialed] = useState(verdict.credentialed ?? false);
  if (answers === null) {
    return (
      <Section title="The browser’s checks">
        <CheckList exchange={exchange} checks={verdict.checks} />
        {(verdict.outcome === 'blocked' || verdict.outcome === 'allowed') && (
          <EnginesLine exchange={exchange} engine={engine} />
        )}
        {verdict.mode === 'cors' && (
          <p className={styles.buttons}>
            <Button data-action="edit-answers" onClick={() => setAnswers(editableAnswers(exchange))}>
              Edit the answers and see
            </Button>
          </p>
        )}
      </Section>
    );
  }
  const fix = fixOf(judged);
  return (
    <Section title="What if the server answered this?">
      {answers.map((answer, index) => (
        <AnswerEditor
          key={`${answer.hop} ${answer.kind}`}
          answer={answer}
          numbered={exchange.hops.length > 1}
          onChange={(changed) => setAnswers(answers.with(index, changed))}
        />
      ))}
      <label className={styles.credentials}>
        <input type="checkbox" checked={credentialed} onChange={(event) => setCredentialed(event.target.checked)} />
        The request includes credentials
      </label>
      <p className={styles.buttons}>
        {fix.kind === 'headers' && (
          <Button data-action="fill-in-fix" onClick={() => setAnswers(editableAnswers(applyFix(exchange, fix)))}>
            Fill in the fix
          </Button>
        )}
        <Button data-action="reset-answers" onClick={() => setAnswers(editableAnswers(exchange))}>
          Reset
        </Button>
        <Button data-action="stop-editing" onClick={() => setAnswers(null)}>
          Back to what happened
        </Button>
      </p>
      <WhatIf judged={judged} engine={engine} answers={answers} credentialed={credentialed} onUseAsFix={onUseAsFix} />
    </Section>
  );
}

/** The verdict on the edited answers, by the same judge. */
function WhatIf(props: {
  readonly judged: Judged;
  readonly engine: EngineName;
  readonly answers: readonly EditableAnswer[];
  readonly credentialed: boolean;
  readonly onUseAsFix: (fix: HeadersFix) => void;
}) {
  const { judged, engine, answers, credentialed, onUseAsFix } = props;
  const store = usePanelStore();
  const { mode } = judged.verdict;
  const exchange = withAnswers(judged.exchange, answers);
  const verdict = judgeAsIf(exchange, engine, { mode, credentialed });
  const { headline } = explainVerdict(exchange, verdict);
  const mark = markOf(verdict);
  const fix = verdict.outcome === 'allowed' ? fixFromAnswers(judged.exchange, exchange, verdict) : null;
  return (
    <>
      <p className={styles.verdict} role="status" data-what-if={verdict.outcome} data-tone={marks[mark].tone}>
        <VerdictMark mark={mark} />
        <span>
          <RichTextView text={headline} />
        </span>
      </p>
      {fix && (
        <p className={styles.buttons}>
          <Button data-action="use-as-fix" onClick={() => onUseAsFix(fix)}>
            Use as fix
          </Button>
          {store.host.overrides && (
            <Button
              data-action="use-as-override"
              onClick={() => store.openDialog({ kind: 'try', wanted: { exchange: judged.exchange, fix } })}
            >
              Use as override
            </Button>
          )}
        </p>
      )}
      <CheckList exchange={exchange} checks={verdict.checks} />
    </>
  );
}
