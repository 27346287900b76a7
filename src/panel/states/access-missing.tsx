import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { FullMessage } from './full-message.tsx';

/** What access is for, and the button that asks for it. */
export function AccessMissing() {
  return (
    <FullMessage name="access-missing" title="Allow CORS Lens to see this page’s requests">
      <p>
        To explain a verdict, CORS Lens reads the headers of the requests that your page makes. It looks only at tabs
        whose DevTools are open, and nothing leaves your browser.
      </p>
      <AllowButton />
    </FullMessage>
  );
}

/** Asks for access to sites. The browser shows its own prompt. */
export function AllowButton() {
  const store = usePanelStore();
  const [failure, setFailure] = useState<string | null>(null);
  async function ask(): Promise<void> {
    try {
      setFailure(null);
      await store.host.requestAccess();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <>
      <Button kind="primary" data-action="allow" onClick={() => void ask()}>
        Allow
      </Button>
      {failure !== null && <p role="alert">The browser did not ask: {failure}</p>}
    </>
  );
}
