import { code, listed } from '../../explain/quote.ts';
import { type RichText, rich } from '../../explain/rich-text.ts';
import { hostOf } from '../../explain/situation.ts';
import type { Override } from '../../override/override.ts';
import { Button } from '../button/button.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { Countdown } from './countdown.tsx';
import styles from './override-banner.module.css';
import { Refusal } from './refusal.tsx';
import { TryReport } from './try-report.tsx';
import { useOverrideCommand } from './use-override.ts';

/** The id of the banner, to which the focus goes when an override was started. */
export const overrideBannerId = 'override-banner';

/** That a header override is on, what it changes, how long it lasts, whether it helps. Nothing while none is on. */
export function OverrideBanner({ all }: { readonly all: readonly Judged[] }) {
  const store = usePanelStore();
  const { override: state, periods } = usePanelState('override', 'periods');
  const { send, isBusy, refused } = useOverrideCommand();
  const override = state?.override ?? null;
  const period = periods.at(-1);
  return (
    override && (
      <section
        id={overrideBannerId}
        className={styles.banner}
        aria-label="Header override"
        tabIndex={-1}
        data-banner="override"
      >
        <div className={styles.line}>
          <span className={styles.words}>
            <VerdictMark mark="not-cors" />
            <RichTextView text={whatIsOn(override)} /> Ends in <Countdown endsAt={override.endsAt} />, or when DevTools
            close.
          </span>
          {period?.until === null && <TryReport period={period} all={all} />}
          <span className={styles.buttons}>
            <Button data-action="extend-override" disabled={isBusy} onClick={() => void send({ kind: 'extend' })}>
              Extend
            </Button>
            <Button data-action="edit-override" onClick={() => store.openDialog({ kind: 'override' })}>
              Edit
            </Button>
            <Button data-action="turn-off-override" disabled={isBusy} onClick={() => void send({ kind: 'turn-off' })}>
              Turn off
            </Button>
          </span>
        </div>
        <Refusal refused={refused} />
      </section>
    )
  );
}

/** What an override changes, in a sentence. */
function whatIsOn({ patches, ownRules, pageOrigin }: Override): RichText {
  const count = patches.reduce((sum, { actions }) => sum + actions.length, ownRules.length);
  const targets = [...new Set([...patches, ...ownRules].map(({ target }) => target))];
  const askers = [...new Set(patches.map(({ initiator }) => initiator))];
  return rich`A header override is on, for this tab only: ${count === 1 ? 'one header' : `${count} headers`} for ${listed(targets.map(hostOf), code, 3)}, from ${listed(askers.length > 0 ? askers : [pageOrigin], code, 2)}.`;
}
