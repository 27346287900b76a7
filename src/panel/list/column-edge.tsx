import { type PointerEvent, useRef } from 'react';
import styles from './column-edge.module.css';

/**
 * The left edge of a column, to be dragged with the pointer. The keyboard has Shift with left and right on the column's name,
 * so this is no stop for the Tab key.
 */
export function ColumnEdge(props: {
  /** Where the pointer is now, in pixels from where it went down. */
  readonly onDrag: (by: number) => void;
  readonly onDrop: () => void;
  readonly onReset: () => void;
}) {
  const { onDrag, onDrop, onReset } = props;
  const from = useRef<number | null>(null);

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = event.clientX;
  }
  function onPointerMove(event: PointerEvent): void {
    if (from.current !== null) onDrag(event.clientX - from.current);
  }
  function onPointerUp(): void {
    if (from.current === null) return;
    from.current = null;
    onDrop();
  }

  return (
    <span
      className={styles.edge}
      aria-hidden="true"
      data-edge=""
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onLostPointerCapture={onPointerUp}
      onDoubleClick={onReset}
    />
  );
}
