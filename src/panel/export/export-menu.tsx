import { useRef, useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { ExportForm } from '../parts.ts';
import type { Listing } from '../store/use-listing.ts';
import styles from './export-menu.module.css';

const menuId = 'export-menu';

/** Saves exchanges with their verdicts as a file. */
export function ExportMenu(props: { readonly listing: Listing; readonly className: string | undefined }) {
  const { listing, className } = props;
  const menu = useRef<HTMLDivElement>(null);
  // What was chosen is forgotten when it closes: the next export is a safe one again.
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label="Export"
        title="Export requests and verdicts"
        data-action="export"
        disabled={listing.all.length === 0}
        popoverTarget={menuId}
      >
        <Icon name="export" />
      </button>
      <div
        ref={menu}
        id={menuId}
        className={styles.menu}
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <ExportForm listing={listing} onSaved={() => menu.current?.hidePopover()} />}
      </div>
    </>
  );
}
