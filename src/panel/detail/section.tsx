import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of the detail view under its heading. */
export function Section({
  title,
  id: sectionId,
  children,
}: {
  readonly title: string;
  /** Where something has to lead to it. */
  readonly id?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      id={sectionId}
      className={styles.section}
      tabIndex={sectionId === undefined ? undefined : -1}
      aria-labelledby={id}
    >
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}
