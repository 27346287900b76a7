import type { Verdict } from '../../judge/verdict.ts';
import { RawText } from '../text/raw-text.tsx';
import styles from './readable-headers.module.css';

/** Which response headers the page's code can read, which are hidden from it, and what would expose those. */
export function ReadableHeaders({ exposure }: { readonly exposure: NonNullable<Verdict['exposure']> }) {
  const { readable, hidden } = exposure;
  return (
    <dl className={styles.headers}>
      <dt data-tone="good">Readable</dt>
      <dd>{readable.length === 0 ? 'None' : <Names names={readable} />}</dd>
      <dt data-tone="quiet">Hidden</dt>
      <dd>{hidden.length === 0 ? 'None' : <Names names={hidden} />}</dd>
      {hidden.length > 0 && (
        <>
          <dt>To expose them</dt>
          <dd>
            <code>
              Access-Control-Expose-Headers: <RawText text={hidden.join(', ')} />
            </code>
          </dd>
        </>
      )}
    </dl>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>
          <code>
            <RawText text={name} />
          </code>
        </li>
      ))}
    </ul>
  );
}
