import { useState } from 'react';
import type { OverrideCommand } from '../../override/commands.ts';
import type { OverrideAnswer } from '../../override/override.ts';
import { usePanelStore } from '../store/use-panel.tsx';

type Refused = Extract<OverrideAnswer, { done: false }>;

/** Asks the browser for a change of the override, and holds what it refused last. */
export function useOverrideCommand(): {
  /** To be called from a click. Resolves with whether it was done. */
  readonly send: (command: OverrideCommand) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly refused: Refused | null;
} {
  const { overrides } = usePanelStore().host;
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function send(command: OverrideCommand): Promise<boolean> {
    if (!overrides || isBusy) return false;
    setBusy(true);
    const answer = await overrides.command(command);
    setBusy(false);
    setRefused(answer.done ? null : answer);
    return answer.done;
  }
  return { send, isBusy, refused };
}
