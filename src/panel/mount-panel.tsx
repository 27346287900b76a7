import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { PanelHost } from './host.ts';
import { PanelRoot } from './panel-root.tsx';
import { fetchPartsAhead } from './part/part.ts';
import './tokens.css';

/**
 * Shows the panel in an element. Returns the way to take it down.
 *
 * @param host null where there is no tab to show
 */
export function mountPanel(element: HTMLElement, host: PanelHost | null): () => void {
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <PanelRoot live={host} />
    </StrictMode>,
  );
  // After the first picture: nothing that can wait may delay it.
  requestAnimationFrame(() => void fetchPartsAhead());
  return () => root.unmount();
}
