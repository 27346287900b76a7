import type { Wanted } from '../../override/plan.ts';
import { firstHop, requestLabel } from '../list/request-parts.ts';
import { RawText } from '../text/raw-text.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './try-dialog.module.css';

/** The requests that the override gets through. */
export function CureList({
  chosen,
  cures,
}: {
  readonly chosen: readonly Wanted[];
  /** Ids of exchanges. */
  readonly cures: readonly string[];
}) {
  const cured = chosen.filter(({ exchange }) => cures.includes(exchange.id));
  return (
    <>
      <h3>{cured.length === 1 ? 'One request' : `${cured.length} requests`} will go through</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <ul className={styles.requests} tabIndex={0}>
        {cured.map((wanted) => (
          <li key={wanted.exchange.id} data-cure={firstHop(wanted.exchange).url}>
            <VerdictMark mark="allowed" />
            <div>
              <RequestName wanted={wanted} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Method, host and path of a request. */
export function RequestName({ wanted }: { readonly wanted: Wanted }) {
  const { method, url } = firstHop(wanted.exchange);
  return (
    <>
      <RawText text={method} /> <RawText text={requestLabel(url)} />
    </>
  );
}
