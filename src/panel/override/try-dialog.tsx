import { useMemo, useState } from 'react';
import { overrideLasts } from '../../override/override.ts';
import type { Wanted } from '../../override/plan.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { wantedOf } from '../fix/fix-of.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { CannotList } from './cannot-list.tsx';
import { CureList } from './cure-list.tsx';
import { NotDevelopment } from './not-development.tsx';
import { overrideBannerId } from './override-banner.tsx';
import { OverrideTerms } from './override-terms.tsx';
import { PatchView } from './patch-view.tsx';
import { Refusal } from './refusal.tsx';
import styles from './try-dialog.module.css';
import { useOverrideCommand } from './use-override.ts';
import { usePlan } from './use-plan.ts';

const minutes = overrideLasts / 60_000;

/** What an override will do before it does it: for one request, or for every blocked request of the page. */
export function TryDialog({
  wanted,
  blocked,
}: {
  /** Null: all that are blocked. */
  readonly wanted: Wanted | null;
  /** Every blocked request of the page. */
  readonly blocked: readonly Judged[];
}) {
  const store = usePanelStore();
  const { override: state } = usePanelState('override');
  const { send, isBusy, refused } = useOverrideCommand();
  const [isForAll, setForAll] = useState(wanted === null);
  const chosen = useMemo(() => {
    const others = blocked.filter(({ exchange }) => exchange.id !== wanted?.exchange.id).map(wantedOf);
    return [...(wanted ? [wanted] : []), ...(isForAll ? others : [])];
  }, [wanted, blocked, isForAll]);
  const plan = usePlan(chosen);
  const canStart = state?.page?.isDevelopment === true && plan.patches.length > 0;
  const more = blocked.length - (wanted && blocked.some(({ exchange }) => exchange.id === wanted.exchange.id) ? 1 : 0);
  const close = () => store.closeDialog();

  async function start(): Promise<void> {
    if (!(await send({ kind: 'start', patches: plan.patches }))) return;
    close();
    // Once the dialog has handed the focus back to a button that may be gone by now.
    requestAnimationFrame(() => document.getElementById(overrideBannerId)?.focus());
  }

  return (
    <Dialog
      name={wanted ? 'try' : 'try-all'}
      title={isForAll ? 'Make this page work' : 'Try this fix in this tab'}
      onClose={close}
      buttons={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            kind="primary"
            data-action="start-override"
            data-initial-focus=""
            disabled={!canStart || isBusy}
            onClick={() => void start()}
          >
            {state?.override ? 'Add to the override' : `Start for ${minutes} minutes`}
          </Button>
        </>
      }
    >
      <NotDevelopment />
      {wanted && more > 0 && (
        <label className={styles.all}>
          <input
            type="checkbox"
            data-action="for-all"
            checked={isForAll}
            onChange={(event) => setForAll(event.target.checked)}
          />
          Make this page work: also for{' '}
          {more === 1 ? 'the other blocked request' : `the ${more} other blocked requests`}
        </label>
      )}
      {isForAll && plan.cures.length > 0 && <CureList chosen={chosen} cures={plan.cures} />}
      <CannotList chosen={chosen} cannot={plan.cannot} />
      {plan.patches.length > 0 && (
        <>
          <p>
            The browser will change these headers before the page sees the answers. The server does not notice, and
            neither does any other tab. Then repeat the request: if it goes through, this is the change that the server
            needs.
          </p>
          {plan.patches.map((patch) => (
            <PatchView key={`${patch.target} ${patch.initiator}`} patch={patch} />
          ))}
          {plan.notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other identity
            <p key={index}>
              <RichTextView text={note} />
            </p>
          ))}
          <OverrideTerms patches={plan.patches} />
        </>
      )}
      <Refusal refused={refused} />
    </Dialog>
  );
}
