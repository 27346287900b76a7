import { Button, type ButtonKind } from '../button/button.tsx';
import { wantedOf } from '../fix/fix-of.ts';
import { usePanelStore } from '../store/use-panel.tsx';
import type { Judged } from '../verdict/judged.ts';
import { useTry } from './use-try.ts';

/** Leads to the override that proves the fix of a request. Nothing where there is none. */
export function TryButton({ judged, kind = 'plain' }: { readonly judged: Judged; readonly kind?: ButtonKind }) {
  const store = usePanelStore();
  if (useTry(judged).kind !== 'possible') return null;
  return (
    <Button
      kind={kind}
      data-action="try-fix"
      onClick={() => store.openDialog({ kind: 'try', wanted: wantedOf(judged) })}
    >
      Try this fix in this tab
    </Button>
  );
}
