import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { CardList } from '../parts.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { FullMessage } from './full-message.tsx';

/** Nothing to show yet: how to see something, and three short answers meanwhile. */
export function NothingYet() {
  const store = usePanelStore();
  const paused = usePanelState('host').host.recording === 'paused';
  return (
    <FullMessage name={paused ? 'paused' : 'nothing-yet'} title={paused ? 'Recording is paused' : 'No requests yet'}>
      {paused ? (
        <>
          <p>Requests that the page makes now are not listed.</p>
          <Button kind="primary" data-action="record" onClick={() => store.host.setRecording(true)}>
            Record
          </Button>
        </>
      ) : (
        <>
          <p>
            Cross-origin requests show here as the page makes them. Reload the page to see its requests from the start.
          </p>
          <Button kind="primary" data-action="reload" onClick={() => store.host.reloadPage()}>
            <Icon name="reload" />
            Reload the page
          </Button>
        </>
      )}
      <CardList />
    </FullMessage>
  );
}
