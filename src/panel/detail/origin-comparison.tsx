import { HeaderList } from '../../cors/header-list.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { compareOrigins, type OriginPart } from '../../explain/compare-origins.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { RawText } from '../text/raw-text.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import { LookAlikeValue } from './look-alike-value.tsx';
import styles from './origin-comparison.module.css';

/** Scheme, host and port of page and server, part by part; and why a value only looks like the page's origin. */
export function OriginComparison({ exchange, verdict }: { readonly exchange: Exchange; readonly verdict: Verdict }) {
  const hop = exchange.hops[verdict.hop] ?? exchange.hops[0];
  const headers = new HeaderList(hop?.requestHeaders ?? hop?.preflight?.requestHeaders ?? []);
  const pageOrigin = exchange.initiator.origin;
  if (!hop || pageOrigin === null) return <p className={styles.note}>The browser did not tell which page asked.</p>;
  const comparison = compareOrigins(pageOrigin, hop.url, headers.get('sec-fetch-site'));
  if (comparison === null) {
    return (
      <p className={styles.note}>
        The address is not a URL: <RawText text={hop.url} />
      </p>
    );
  }
  const { parts, summary } = comparison;
  const failed = verdict.checks.find(
    (check) =>
      check.header === 'access-control-allow-origin' && check.value !== null && check.reason !== null && check.expected,
  );
  return (
    <>
      <table className={styles.origins}>
        <thead>
          <tr>
            <td />
            {parts.map((part) => (
              <th key={part.name} scope="col">
                {part.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">page</th>
            {pageOrigin === 'null' ? (
              <td colSpan={3}>
                null <span className={styles.note}>opaque origin</span>
              </td>
            ) : (
              parts.map((part) => <PartCell key={part.name} part={part} side="page" />)
            )}
          </tr>
          <tr>
            <th scope="row">server</th>
            {parts.map((part) => (
              <PartCell key={part.name} part={part} side="target" />
            ))}
          </tr>
          <tr>
            <td className={styles.corner} />
            {parts.map((part) => (
              <td key={part.name} data-tone={part.differs ? 'bad' : 'good'}>
                {part.differs ? '≠ differs' : '= same'}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className={styles.note}>
        <RichTextView text={summary} />
      </p>
      {failed?.value != null && failed.expected !== null && (
        <LookAlikeValue expected={failed.expected} found={failed.value} />
      )}
    </>
  );
}

function PartCell({ part, side }: { readonly part: OriginPart; readonly side: 'page' | 'target' }) {
  const isDefault = side === 'page' ? part.pageDefault : part.targetDefault;
  return (
    <td data-differs={part.differs || undefined}>
      <RawText text={part[side]} />
      {isDefault && <span className={styles.note}> default</span>}
    </td>
  );
}
