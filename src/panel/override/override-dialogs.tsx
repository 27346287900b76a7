import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import type { Judged } from '../verdict/judged.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { TryDialog } from './try-dialog.tsx';

/** The dialog about the override that is open; nothing while none is. */
export function OverrideDialogs({ all }: { readonly all: readonly Judged[] }) {
  const { dialog } = usePanelState('dialog');
  const { overrides } = usePanelStore().host;
  if (dialog === null || overrides === null) return null;
  const blocked = all.filter(({ verdict }) => verdict.outcome === 'blocked');
  switch (dialog.kind) {
    case 'try':
      return <TryDialog key="try" wanted={dialog.wanted} blocked={blocked} />;
    case 'try-all':
      return <TryDialog key="try-all" wanted={null} blocked={blocked} />;
    case 'override':
      return <OverrideDialog all={all} blocked={blocked} />;
  }
}
