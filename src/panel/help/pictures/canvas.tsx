import type { ReactNode } from 'react';
import styles from './canvas.module.css';

/** What all pictures of the help have in common: their size, their type, their words for those who cannot see them. */
export function Canvas({
  width,
  height,
  label,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={styles.canvas}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
