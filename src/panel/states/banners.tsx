import { memo, type ReactNode, useMemo } from 'react';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { AllowButton } from './access-missing.tsx';
import styles from './banners.module.css';
import { gapsInWords } from './gaps.ts';
import { useLasting } from './use-lasting.ts';

/** Milliseconds. Most often it is over before an eye could read it; what was missed meanwhile is told either way. */
const reconnectingShows = 1000;

/** What the person has to know about the list as a whole: what is missing from it, and why. */
export const Banners = memo(function Banners() {
  const { host, log } = usePanelState('host', 'log');
  const { file, engine } = usePanelStore().host;
  const isReconnecting = useLasting(host.recording === 'reconnecting', reconnectingShows);
  const lost = useMemo(() => log.exchanges.filter(({ ending }) => ending.kind === 'lost').length, [log]);
  const gaps = gapsInWords(log.interruptions, lost, engine);
  return (
    <>
      {host.access === 'missing' && log.exchanges.length > 0 && (
        <Banner name="access-missing">
          These verdicts rest on what DevTools alone tells. Allow CORS Lens to see the requests themselves.{' '}
          <AllowButton />
        </Banner>
      )}
      {host.recording === 'gone' && file === null && (
        <Banner name="devtools-closed">
          Nothing is recorded any more: DevTools of that tab were closed, or CORS Lens was reloaded. This list stays as
          it is. To record again, close DevTools and open them.
        </Banner>
      )}
      {isReconnecting && (
        <Banner name="reconnecting">The recorder was stopped by the browser. It is being started again.</Banner>
      )}
      {gaps !== null && <Banner name="interrupted">{gaps}</Banner>}
      {host.dropped > 0 && (
        <Banner name="log-full">
          The log is full. The oldest {host.dropped.toLocaleString('en')} events were dropped. Clear the log to make
          room.
        </Banner>
      )}
      {log.dropped > 0 && (
        <Banner name="list-full">
          The list is full. The oldest {log.dropped.toLocaleString('en')} requests were dropped. Clear the log to make
          room.
        </Banner>
      )}
    </>
  );
});

function Banner({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.banner} role="status" data-banner={name}>
      <VerdictMark mark="not-cors" />
      <div>{children}</div>
    </div>
  );
}
