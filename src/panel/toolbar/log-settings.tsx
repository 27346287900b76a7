import { useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { useMedia } from '../use-media.ts';
import styles from './log-settings.module.css';

/** Below this width not all of the toolbar has room in one line. */
const crowded = '(max-width: 1250px)';

/** How the log is kept and shown. Panels that are not wide have them behind one button, which has the class. */
export function LogSettings({ className }: { readonly className: string | undefined }) {
  const id = useId();
  if (!useMedia(crowded)) return <Checkboxes />;
  return (
    <>
      <button type="button" className={className} aria-label="Log settings" title="Log settings" popoverTarget={id}>
        <Icon name="settings" />
      </button>
      <div id={id} className={styles.popover} popover="auto">
        <Checkboxes />
      </div>
    </>
  );
}

function Checkboxes() {
  const store = usePanelStore();
  const { settings } = usePanelState('settings');
  return (
    <>
      <label className={styles.setting} title="Keep the requests of earlier pages when the tab navigates">
        <input
          type="checkbox"
          checked={settings.preserveLog}
          onChange={(event) => store.changeSettings({ preserveLog: event.target.checked })}
        />
        Preserve log
      </label>
      <label className={styles.setting} title="Show repeats of the same fault as one line">
        <input
          type="checkbox"
          checked={settings.groupRepeats}
          onChange={(event) => store.changeSettings({ groupRepeats: event.target.checked })}
        />
        Group repeats
      </label>
    </>
  );
}
