import type { HeaderLine } from '../../cors/header-list.ts';
import { ClippedText } from '../text/clipped-text.tsx';
import { RawText } from '../text/raw-text.tsx';
import { HeaderComparison } from './header-comparison.tsx';
import styles from './header-table.module.css';

/** Headers that the CORS protocol reads or writes, or that caches need for it. */
const corsHeader = /^(access-control-.*|origin|vary|sec-fetch-.*|cross-origin-resource-policy)$/i;

/** The headers of one message. With header rules on, the server's own stand beside the effective ones. */
export function HeaderTable({
  title,
  note,
  lines,
  effective = null,
}: {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly HeaderLine[];
  readonly effective?: readonly HeaderLine[] | null;
}) {
  return (
    <details className={styles.message} open>
      <summary>
        {title}{' '}
        <span className={styles.note}>
          <RawText text={note} />
        </span>
      </summary>
      {effective ? (
        <HeaderComparison title={title} own={lines} effective={effective} isCorsHeader={isCorsHeader} />
      ) : (
        <Lines label={title} lines={lines} />
      )}
    </details>
  );
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly HeaderLine[] }) {
  if (lines.length === 0) return <p className={styles.none}>No headers</p>;
  return (
    <table className={styles.lines} aria-label={label}>
      <tbody>
        {lines.map((line, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may occur twice
            key={index}
            data-cors={isCorsHeader(line[0]) || undefined}
          >
            <th scope="row">
              <RawText text={line[0]} />
            </th>
            <td>{line[1] === '' ? <span className={styles.note}>empty</span> : <ClippedText text={line[1]} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isCorsHeader(name: string): boolean {
  return corsHeader.test(name);
}
