import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './drop-area.module.css';
import { usePanelImport } from './import-context.ts';

/** Takes a file that is dropped anywhere on the panel. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const { open } = usePanelImport();
  const [isOver, setOver] = useState(false);
  function onDragOver(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }
  function onDragLeave({ currentTarget, relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  }
  function onDrop(event: DragEvent): void {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    setOver(false);
    open(file);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in the toolbar does the same without a mouse
    <div className={styles.area} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {isOver && <div className={styles.hint}>Drop a HAR file to see its verdicts</div>}
    </div>
  );
}
