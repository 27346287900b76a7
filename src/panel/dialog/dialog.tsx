import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from '../icon/icon.tsx';
import styles from './dialog.module.css';

/**
 * The platform's modal dialog. It is open as long as it is shown; the focus goes to the button marked
 * `data-initial-focus`, and in the end back to where it came from.
 */
export function Dialog(props: {
  readonly title: string;
  /** Which dialog it is, for tests. */
  readonly name: string;
  readonly onClose: () => void;
  /** The buttons at its foot, always in sight. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, name, onClose, buttons, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLElement>(null);
  const id = useId();
  // A layout effect, which ends before the dialog is taken away: closed then, it hands the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    body.current?.focus();
    // Where it is ready to be pressed, it is what the dialog was opened for.
    element?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => element?.close();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    // What is typed in a dialog is not the panel's business, nor DevTools': Escape would open the console there.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  }
  function onClick(event: MouseEvent): void {
    if (event.target === dialog.current) onClose();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      data-dialog={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={styles.frame}>
        <header className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <button type="button" className={styles.close} aria-label="Close" title="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
        <section ref={body} className={styles.body} tabIndex={0} aria-labelledby={id}>
          {children}
        </section>
        <footer className={styles.buttons}>{buttons}</footer>
      </div>
    </dialog>
  );
}
