import type { ComponentProps } from 'react';
import styles from './link-button.module.css';

/** A button that reads like a link, in the middle of a sentence or in a row of links. */
export function LinkButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className={styles.link} />;
}
