import type { Exchange, Hop } from '../../exchange/exchange.ts';
import { RawText } from '../text/raw-text.tsx';
import styles from './exchange-headers.module.css';
import { HeaderTable } from './header-table.tsx';

/** The headers of every message, in the order in which the messages were sent. */
export function ExchangeHeaders({ exchange }: { readonly exchange: Exchange }) {
  return exchange.hops.map((hop, index) => (
    <HopHeaders key={`${hop.startedAt} ${hop.url}`} hop={hop} number={exchange.hops.length > 1 ? index + 1 : null} />
  ));
}

function HopHeaders({ hop, number }: { readonly hop: Hop; readonly number: number | null }) {
  const { preflight, response } = hop;
  return (
    <>
      {number !== null && (
        <p className={styles.hop}>
          {number}. <RawText text={`${hop.method} ${hop.url}`} />
        </p>
      )}
      {preflight !== null && (
        <>
          <HeaderTable title="Preflight request" note="OPTIONS" lines={preflight.requestHeaders} />
          {preflight.response ? (
            <HeaderTable
              title="Preflight response"
              note={`${preflight.response.status} ${preflight.response.statusText}`.trim()}
              lines={preflight.response.headers}
              effective={preflight.response.effectiveHeaders}
            />
          ) : (
            <p className={styles.missing}>The preflight got no answer.</p>
          )}
        </>
      )}
      {hop.requestHeaders === null ? (
        <p className={styles.missing}>The request’s own headers are not known: it was not seen to be sent.</p>
      ) : (
        <HeaderTable
          title={hop.sentAt === null ? 'Request, not sent' : 'Request'}
          note={hop.method}
          lines={hop.requestHeaders}
        />
      )}
      {response ? (
        <HeaderTable
          title="Response"
          note={`${response.status} ${response.statusText}${response.fromCache ? ' from cache' : ''}`.trim()}
          lines={response.headers}
          effective={response.effectiveHeaders}
        />
      ) : (
        hop.requestHeaders !== null && <p className={styles.missing}>No response was seen.</p>
      )}
    </>
  );
}
