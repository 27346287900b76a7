import { memo } from 'react';
import { timeLabel } from '../list/request-parts.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import styles from './status-bar.module.css';
import type { Summary } from './summarise.ts';

/** The whole list in one line. */
export const StatusBar = memo(function StatusBar({
  summary,
  shown,
}: {
  readonly summary: Summary;
  readonly shown: number;
}) {
  const { host } = usePanelStore();
  const { recording } = usePanelState('host').host;
  const { requests, blocked, preflights } = summary;
  return (
    <footer className={styles.bar}>
      <span role="status" data-summary="requests">
        {shown < requests && `${shown.toLocaleString('en')} of `}
        {requests.toLocaleString('en')} cross-origin {requests === 1 ? 'request' : 'requests'}
        <span className="visually-hidden">, {blocked} blocked</span>
      </span>
      {preflights.sent > 0 && (
        <span data-summary="preflights">
          {preflights.sent.toLocaleString('en')} {preflights.sent === 1 ? 'preflight' : 'preflights'} cost{' '}
          {timeLabel(preflights.milliseconds)}
          {preflights.avoidable > 0 && `, ${preflights.avoidable.toLocaleString('en')} avoidable`}
        </span>
      )}
      {recording === 'paused' && <span>Recording is paused</span>}
      <span className={styles.grow} />
      <span className={styles.browser} data-summary="browser">
        {host.browser}
      </span>
    </footer>
  );
});
