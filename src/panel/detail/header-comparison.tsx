import type { HeaderLine } from '../../cors/header-list.ts';
import { ClippedText } from '../text/clipped-text.tsx';
import { RawText } from '../text/raw-text.tsx';
import { compareHeaders } from './compare-headers.ts';
import styles from './header-table.module.css';

/** The server's own headers beside those that the page got after header rules. */
export function HeaderComparison(props: {
  readonly title: string;
  readonly own: readonly HeaderLine[];
  readonly effective: readonly HeaderLine[];
  readonly isCorsHeader: (name: string) => boolean;
}) {
  const { title, own, effective, isCorsHeader } = props;
  return (
    <table className={`${styles.lines} ${styles.compared}`} aria-label={`${title}: as sent and as the page got it`}>
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">The server sent</th>
          <th scope="col">The page got</th>
        </tr>
      </thead>
      <tbody>
        {compareHeaders(own, effective).map((header, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may occur twice
            key={index}
            data-cors={isCorsHeader(header.name) || undefined}
            data-changed={header.own !== header.effective || undefined}
          >
            <th scope="row">
              <RawText text={header.name} />
            </th>
            <td>
              <Value value={header.own} missing="not sent" />
            </td>
            <td>
              <Value value={header.effective} missing="removed" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, missing }: { readonly value: string | null; readonly missing: string }) {
  if (value === null || value === '') return <span className={styles.note}>{value === null ? missing : 'empty'}</span>;
  return <ClippedText text={value} />;
}
