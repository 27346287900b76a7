import type { ComponentProps } from 'react';
import styles from './button.module.css';

/** `primary` is the one thing to do in a view, `plain` what else can be done, `quiet` what few will want. */
export type ButtonKind = 'primary' | 'plain' | 'quiet';

export function Button({ kind = 'plain', ...rest }: { readonly kind?: ButtonKind } & ComponentProps<'button'>) {
  return <button type="button" {...rest} className={styles.button} data-kind={kind} />;
}
