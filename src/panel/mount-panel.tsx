import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { PanelHost } from './host.ts';
import { Panel } from './panel.tsx';
import { PanelStore } from './store/panel-store.ts';
import { PanelStoreProvider } from './store/use-panel.tsx';
import './tokens.css';

/** Shows the panel in an element, fed by a host. Returns the way to take it down. */
export function mountPanel(element: HTMLElement, host: PanelHost): () => void {
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <PanelStoreProvider value={new PanelStore(host, localStorage)}>
        <Panel />
      </PanelStoreProvider>
    </StrictMode>,
  );
  return () => root.unmount();
}
