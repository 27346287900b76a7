import { type EngineName, engineNames } from '../../cors/engine-name.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { RawText } from '../text/raw-text.tsx';
import { judged } from '../verdict/judged.ts';
import { markOf, marks } from '../verdict/mark.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './engines-line.module.css';

const browserNames: Readonly<Record<EngineName, string>> = { chromium: 'Chrome', firefox: 'Firefox', webkit: 'Safari' };

/** What each engine decides about the same exchange, and who differs. */
export function EnginesLine({ exchange, engine }: { readonly exchange: Exchange; readonly engine: EngineName }) {
  const own = judged(exchange, engine);
  const all = engineNames.map((name) => ({ name, judged: judged(exchange, name) }));
  const different = all.filter(
    ({ judged: { verdict } }) => verdict.outcome !== own.verdict.outcome || verdict.reason !== own.verdict.reason,
  );
  return (
    <p className={styles.line}>
      {all.map(({ name, judged: { verdict } }) => (
        <span key={name} className={styles.engine} data-engine={name} data-outcome={verdict.outcome}>
          {browserNames[name]} <VerdictMark mark={markOf(verdict)} />
          <span className="visually-hidden">{marks[markOf(verdict)].label}</span>
        </span>
      ))}
      {different.length === 0 ? (
        <span>same verdict in all three</span>
      ) : (
        <span>
          {different.map(({ name, judged: { words } }) => (
            <span key={name}>
              {browserNames[name]} says: <RawText text={words.short} />.{' '}
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
