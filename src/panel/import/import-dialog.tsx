import { useLayoutEffect, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { RawText } from '../text/raw-text.tsx';
import { usePanelImport } from './import-context.ts';
import styles from './import-dialog.module.css';

/** How far the import is, with the way to cancel it; or why there is nothing to show. */
export function ImportDialog() {
  const { state, cancel } = usePanelImport();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = state.kind !== 'none';
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  /** The browser tells of a dialog's end a moment later; by then another file may be read, which is not given up. */
  function onClose(): void {
    if (isOpen && dialog.current?.open === false) cancel();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="import-title"
      data-import={state.kind}
      onClose={onClose}
    >
      {state.kind === 'reading' && (
        <>
          <h2 id="import-title">
            Reading <RawText text={state.name} />
          </h2>
          <progress aria-label="Share of the file that was read" max={1} value={state.share} />
          <Button data-action="cancel-import" onClick={cancel}>
            Cancel
          </Button>
        </>
      )}
      {state.kind === 'failed' && (
        <>
          <h2 id="import-title">
            <RawText text={state.name} /> could not be imported
          </h2>
          <p role="alert">
            <RawText text={state.message} />
          </p>
          <Button kind="primary" data-action="close-import" onClick={cancel}>
            Close
          </Button>
        </>
      )}
    </dialog>
  );
}
