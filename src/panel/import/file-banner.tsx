import { Button } from '../button/button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RawText } from '../text/raw-text.tsx';
import styles from './file-banner.module.css';
import { usePanelImport } from './import-context.ts';

/** Says that the list is a file's and not the tab's, what of it could not be read, and leads back. */
export function FileBanner() {
  const { host } = usePanelStore();
  const { close } = usePanelImport();
  const { file } = host;
  if (file === null) return null;
  return (
    <div className={styles.banner} role="status" data-banner="file">
      <div className={styles.text}>
        <strong>
          <RawText text={file.name} />
        </strong>
        {file.writer !== '' && (
          <>
            , written by <RawText text={file.writer} />
          </>
        )}
        .{!file.tellsErrors && ' It does not say which answers the browser refused: the headers have to tell.'}
        {file.dropped > 0 && ` The first ${file.dropped.toLocaleString('en')} entries were left out for want of room.`}
        {file.problems.length > 0 && (
          <ul data-problems>
            {file.problems.map((problem) => (
              <li key={problem}>
                <RawText text={problem} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button data-action="close-file" onClick={close}>
        Close the file
      </Button>
    </div>
  );
}
