import type { HeaderLine } from '../../cors/header-list.ts';
import type { ObservedResponse } from '../../exchange/exchange.ts';
import { isWorthExposing, whyNotExposed } from '../../explain/worth-exposing.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { RawText } from '../text/raw-text.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './readable-headers.module.css';

/** Which response headers the page's code can read, which are hidden from it, and what would expose those. */
export function ReadableHeaders({
  exposure,
  response,
}: {
  readonly exposure: NonNullable<Verdict['exposure']>;
  /** The answer that has them; null where it was not seen. */
  readonly response: ObservedResponse | null;
}) {
  const added = addedByRules(response);
  const isOwn = (name: string) => !added.includes(name.toLowerCase());
  const readable = exposure.readable.filter(isOwn);
  const hidden = exposure.hidden.filter(isOwn);
  const wanted = hidden.filter(isWorthExposing);
  const leftOut = hidden.filter((name) => !isWorthExposing(name));
  return (
    <dl className={styles.headers}>
      <dt data-tone="good">Readable</dt>
      <dd>{readable.length === 0 ? 'None' : <Names names={readable} />}</dd>
      <dt data-tone="quiet">Hidden</dt>
      <dd>{hidden.length === 0 ? 'None' : <Names names={[...wanted, ...leftOut]} />}</dd>
      {wanted.length > 0 && (
        <>
          <dt>To expose them</dt>
          <dd>
            <code>
              Access-Control-Expose-Headers: <RawText text={wanted.join(', ')} />
            </code>
            {leftOut.length > 0 && (
              <p>
                <RichTextView text={whyNotExposed(leftOut)} />
              </p>
            )}
          </dd>
        </>
      )}
      {added.length > 0 && (
        <>
          <dt data-tone="quiet">Not the server’s</dt>
          <dd data-added="">
            <Names names={added} />
            Added by header rules of the browser. Without them they are not there.
          </dd>
        </>
      )}
    </dl>
  );
}

/** The names, in lower case, of headers that the server did not send. */
function addedByRules(response: ObservedResponse | null): string[] {
  const namesOf = (lines: readonly HeaderLine[]) => lines.map(([name]) => name.toLowerCase());
  const own = namesOf(response?.headers ?? []);
  return [...new Set(namesOf(response?.effectiveHeaders ?? []))].filter((name) => !own.includes(name));
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
