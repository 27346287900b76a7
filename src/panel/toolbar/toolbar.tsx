import { memo, type RefObject } from 'react';
import { ExportMenu } from '../export/export-menu.tsx';
import { Icon } from '../icon/icon.tsx';
import { ImportButton } from '../import/import-button.tsx';
import type { Listing } from '../store/use-listing.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { Chips } from './chips.tsx';
import { FilterField } from './filter-field.tsx';
import { LogSettings } from './log-settings.tsx';
import styles from './toolbar.module.css';

/** What acts on the whole list: recording, filter, chips, log settings, help. */
export const Toolbar = memo(function Toolbar({
  listing,
  filterField,
}: {
  readonly listing: Listing;
  readonly filterField: RefObject<HTMLInputElement | null>;
}) {
  const store = usePanelStore();
  const { view, override } = usePanelState('view', 'override');
  return (
    <header className={styles.toolbar}>
      <div className={styles.buttons}>
        {store.host.file === null && <Recording />}
        <ImportButton className={styles.iconButton} label="Import a HAR file">
          <Icon name="import" />
        </ImportButton>
        <ExportMenu listing={listing} className={styles.iconButton} />
      </div>
      <FilterField field={filterField} />
      <Chips counts={listing.counts} />
      <span className={styles.grow} />
      <LogSettings className={styles.iconButton} />
      {store.host.overrides && (
        <button
          type="button"
          className={styles.textButton}
          aria-label={override?.override ? 'Override, on' : 'Override'}
          title="Header override: try fixes, and headers of your own, in this tab"
          data-on={override?.override ? '' : undefined}
          data-action="override"
          onClick={() => store.openDialog({ kind: 'override' })}
        >
          <Icon name="override" />
          <span className={styles.wideOnly}>Override</span>
        </button>
      )}
      <button
        type="button"
        className={styles.textButton}
        aria-label="Help"
        aria-pressed={view.kind === 'help'}
        data-action="help"
        onClick={() => (view.kind === 'help' ? store.showRequests() : store.showHelp(null))}
      >
        <Icon name="help" />
        <span className={styles.wideOnly}>Help</span>
      </button>
    </header>
  );
});

/** Starts, stops and empties the log of the tab. */
function Recording() {
  const store = usePanelStore();
  const { host } = usePanelState('host');
  const recording = host.recording === 'on' || host.recording === 'reconnecting';
  return (
    <>
      <button
        type="button"
        className={styles.iconButton}
        aria-pressed={recording}
        aria-label="Record"
        title={recording ? 'Stop recording' : 'Record'}
        data-recording={recording || undefined}
        disabled={host.recording === 'gone'}
        onClick={() => store.host.setRecording(!recording)}
      >
        <Icon name="record" filled={recording} />
      </button>
      <button
        type="button"
        className={styles.iconButton}
        aria-label="Clear the log"
        title="Clear the log"
        onClick={() => store.clear()}
      >
        <Icon name="clear" />
      </button>
    </>
  );
}
