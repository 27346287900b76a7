import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import type { Judged } from '../verdict/judged.ts';
import { DevelopmentOrigins } from './development-origins.tsx';
import { NotDevelopment } from './not-development.tsx';
import { OwnRules } from './own-rules.tsx';
import { PatchView } from './patch-view.tsx';
import { Refusal } from './refusal.tsx';
import { useOverrideCommand } from './use-override.ts';

/** The override of this tab: what is on, headers of one's own, and where overrides may be on. */
export function OverrideDialog({
  all,
  blocked,
}: {
  readonly all: readonly Judged[];
  readonly blocked: readonly Judged[];
}) {
  const store = usePanelStore();
  const { override: state } = usePanelState('override');
  const { send, isBusy, refused } = useOverrideCommand();
  const override = state?.override ?? null;
  const targets = [...new Set(override?.patches.map(({ target }) => target))];
  return (
    <Dialog
      name="override"
      title="Header override"
      onClose={() => store.closeDialog()}
      buttons={
        <>
          {override && (
            <Button disabled={isBusy} onClick={() => void send({ kind: 'turn-off' })}>
              Turn off
            </Button>
          )}
          <Button kind="primary" onClick={() => store.closeDialog()}>
            Done
          </Button>
        </>
      }
    >
      <NotDevelopment />
      {override === null && (
        <p>
          No override is on. An override changes headers in the browser, for this tab and one server only, and ends by
          itself.
        </p>
      )}
      {targets.map((target) => (
        <section key={target}>
          {override?.patches
            .filter((patch) => patch.target === target)
            .map((patch) => (
              <PatchView key={patch.initiator} patch={patch} />
            ))}
          <Button
            data-action="remove-target"
            disabled={isBusy}
            onClick={() => void send({ kind: 'remove-target', target })}
          >
            Stop changing the answers of {new URL(target).host}
          </Button>
        </section>
      ))}
      {blocked.length > 0 && (
        <p>
          <Button data-action="make-page-work" onClick={() => store.openDialog({ kind: 'try-all' })}>
            Make this page work
          </Button>{' '}
          {blocked.length === 1 ? 'One request is blocked.' : `${blocked.length} requests are blocked.`}
        </p>
      )}
      <Refusal refused={refused} />
      <OwnRules all={all} />
      <DevelopmentOrigins />
    </Dialog>
  );
}
