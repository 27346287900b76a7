import styles from './icon.module.css';

/** Outlines in a box of 16 by 16. */
const outlines = {
  record: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11',
  clear: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M4.2 4.2l7.6 7.6',
  help: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M6.3 6.4a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.8.6-.8 1.2M8 10.9v.2',
  search: 'M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8M10 10l3.2 3.2',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M6 6h6.5v6.5H6zM10 6V3.5H3.5V10H6',
  settings:
    'M2.5 5h5M11 5h2.5M9.2 3.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6M2.5 11h2M8 11h5.5M6.2 9.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6',
  override: 'M2.5 5h8M8 2.5l2.5 2.5L8 7.5M13.5 11h-8M8 8.5L5.5 11L8 13.5',
  reload: 'M12.6 6A5 5 0 1 0 13 8.6M13 3v3.2H9.8',
  link: 'M6.5 4H3.5v8.5H12V9.5M9 3.5h3.5V7M12.3 3.7L7.5 8.5',
  ascending: 'M8 12V4.5M5 7.2L8 4.2l3 3',
  descending: 'M8 4v7.5M5 8.8l3 3l3-3',
  import: 'M8 10.5V2.8M5 7.6l3 3l3-3M3 10.5v2.7h10v-2.7',
  export: 'M8 10.5V2.8M5 5.7l3-3l3 3M3 10.5v2.7h10v-2.7',
  closed: 'M6 4l4 4l-4 4',
  open: 'M4 6l4 4l4-4',
} as const;

export type IconName = keyof typeof outlines;

/** A small picture. Decoration: the control it stands in has a name. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg className={styles.icon} data-filled={filled || undefined} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
