import type { ReactNode } from 'react';
import styles from './full-message.module.css';

/** What fills the panel, or a pane of it, while there is no request to show. */
export function FullMessage({
  name,
  title,
  children,
}: {
  /** Which state it is, for tests. */
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.message} data-state={name}>
      <div className={styles.inner}>
        <h2 className={styles.title}>{title}</h2>
        {children}
      </div>
    </section>
  );
}
