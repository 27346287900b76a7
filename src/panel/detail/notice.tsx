import type { ReactNode } from 'react';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './notice.module.css';

/** A remark that must not be missed. */
export function Notice({
  tone,
  name,
  children,
}: {
  readonly tone: 'warn' | 'bad' | 'good' | 'quiet';
  /** What the remark is about, for tests. */
  readonly name?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.notice} data-kind={tone} data-notice={name}>
      {tone === 'warn' && <VerdictMark mark="not-cors" />}
      {tone === 'bad' && <VerdictMark mark="blocked" />}
      {tone === 'good' && <VerdictMark mark="allowed" />}
      <div>{children}</div>
    </div>
  );
}
