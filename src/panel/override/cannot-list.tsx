import type { Cannot, Wanted } from '../../override/plan.ts';
import { Button } from '../button/button.tsx';
import { openProxies } from '../fix/proxy-recipes.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { RequestName } from './cure-list.tsx';
import styles from './try-dialog.module.css';

/** The requests that no override gets through, why, and what helps in its place. */
export function CannotList({
  chosen,
  cannot,
}: {
  readonly chosen: readonly Wanted[];
  readonly cannot: readonly Cannot[];
}) {
  const store = usePanelStore();
  if (cannot.length === 0) return null;
  function showProxies(exchangeId: string): void {
    store.closeDialog();
    store.showExchange(exchangeId);
    requestAnimationFrame(openProxies);
  }
  return (
    <>
      <h3>{cannot.length === 1 ? 'One request' : `${cannot.length} requests`} it cannot get through</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <ul className={styles.requests} tabIndex={0}>
        {cannot.map(({ exchangeId, obstacle, text, proxyHelps }) => {
          const wanted = chosen.find(({ exchange }) => exchange.id === exchangeId);
          return (
            <li key={exchangeId} data-cannot={obstacle}>
              <VerdictMark mark="blocked" />
              <div>
                {wanted && <RequestName wanted={wanted} />}: <RichTextView text={text} />{' '}
                {proxyHelps && (
                  <Button kind="quiet" data-action="use-proxy" onClick={() => showProxies(exchangeId)}>
                    Use a dev proxy
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
