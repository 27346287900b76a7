import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FullMessage } from './states/full-message.tsx';
import './tokens.css';

/** The panel's page, opened as an ordinary page that names no tab. */
export function mountWithoutTab(element: HTMLElement): void {
  createRoot(element).render(
    <StrictMode>
      <main>
        <h1 className="visually-hidden">CORS Lens</h1>
        <FullMessage name="no-tab" title="Open CORS Lens in DevTools">
          <p>This page shows the tab that its address names. Open DevTools and choose the tab CORS.</p>
        </FullMessage>
      </main>
    </StrictMode>,
  );
}
