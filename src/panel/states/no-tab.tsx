import buttonStyles from '../button/button.module.css';
import { ImportButton } from '../import/import-button.tsx';
import { FullMessage } from './full-message.tsx';

/** The panel's page, opened as an ordinary page that names no tab. */
export function NoTab() {
  return (
    <main>
      <h1 className="visually-hidden">CORS Lens</h1>
      <FullMessage name="no-tab" title="Import a HAR file">
        <p>Choose a file that a browser’s DevTools or a proxy has saved, or drop it here. It stays on your machine.</p>
        <ImportButton className={buttonStyles.button}>Choose a file</ImportButton>
        <p>To see a tab live, open its DevTools and choose the tab CORS.</p>
      </FullMessage>
    </main>
  );
}
