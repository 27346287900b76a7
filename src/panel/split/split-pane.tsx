import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { clampShare, readShare, shareAfterKey, storeShare } from './share.ts';
import styles from './split-pane.module.css';

/**
 * Two panes with a divider that can be dragged, or moved with the arrow keys, and stays where it was put; a double click
 * puts it back. A separator of the ARIA practices: its value is the first pane's share in per cent.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function SplitPane({
  id,
  orientation,
  initial,
  label,
  first,
  second,
}: {
  /** Under which the share is remembered. */
  readonly id: string;
  /** `horizontal`: side by side. */
  readonly orientation: 'horizontal' | 'vertical';
  /** The first pane's share in per cent, before anybody moved it. */
  readonly initial: number;
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
}) {
  const [share, setShare] = useState(() => readShare(localStorage, id) ?? initial);
  const split = useRef<HTMLDivElement>(null);
  useEffect(() => storeShare(localStorage, id, share), [id, share]);
  const isHorizontal = orientation === 'horizontal';

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const box = split.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [at, size] = isHorizontal ? [event.clientX - box.left, box.width] : [event.clientY - box.top, box.height];
    setShare(clampShare((100 * at) / size));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const next = shareAfterKey(share, event.key, orientation);
    if (next === null) return;
    event.preventDefault();
    setShare(next);
  }
  return (
    <div
      ref={split}
      className={styles.split}
      data-orientation={orientation}
      style={isHorizontal ? { gridTemplateColumns: tracks(share) } : { gridTemplateRows: tracks(share) }}
    >
      <div className={styles.pane}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved */}
      <div
        className={styles.separator}
        role="separator"
        aria-label={label}
        aria-orientation={isHorizontal ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(share)}
        tabIndex={0}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        onDoubleClick={() => setShare(initial)}
      />
      <div className={styles.pane}>{second}</div>
    </div>
  );
}

/** Neither pane gets so small that nothing can be read in it. */
function tracks(share: number): string {
  return `minmax(90px, ${share}fr) 1px minmax(90px, ${100 - share}fr)`;
}
