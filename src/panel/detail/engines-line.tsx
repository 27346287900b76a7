import type { EngineName } from '../../cors/engine-name.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { browserNames, ownFirst } from '../../explain/browser-names.ts';
import { type EngineVerdict, judgeInEachEngine } from '../../judge/each-engine.ts';
import type { Outcome } from '../../judge/verdict.ts';
import { marks } from '../verdict/mark.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './engines-line.module.css';

const wouldDo: Readonly<Record<Outcome, string>> = {
  allowed: 'would let it through',
  blocked: 'would block it',
  opaque: 'would keep the answer from the page',
  'not-cors': 'would fail for another cause than CORS',
  pending: 'has not decided yet',
  unknown: 'might decide otherwise: what it would have asked was not seen',
};

/** What each engine makes of the same answers, the one at hand first, and who differs. */
export function EnginesLine({ exchange, engine }: { readonly exchange: Exchange; readonly engine: EngineName }) {
  const verdicts = judgeInEachEngine(exchange, engine);
  const own = verdicts[engine];
  const names = ownFirst(engine);
  const different = names
    .map((name) => verdicts[name])
    .filter(({ outcome, reason }) => outcome !== own.outcome || reason !== own.reason);
  return (
    <p className={styles.line}>
      {names.map((name) => (
        <Engine key={name} verdict={verdicts[name]} />
      ))}
      <span>
        {different.length === 0
          ? 'same verdict in all three'
          : different.map((verdict) => `${difference(verdict, own)}. `).join('')}
      </span>
    </p>
  );
}

function Engine({ verdict: { engine, outcome, nativeReason } }: { readonly verdict: EngineVerdict }) {
  return (
    <span className={styles.engine} data-engine={engine} data-outcome={outcome}>
      {browserNames[engine]} <VerdictMark mark={outcome} />
      <span className="visually-hidden">{marks[outcome].label}</span>
      {nativeReason !== null && <code title={`What ${browserNames[engine]} itself calls it`}>{nativeReason}</code>}
    </span>
  );
}

function difference({ engine, outcome, reason }: EngineVerdict, own: EngineVerdict): string {
  const name = browserNames[engine];
  if (outcome !== own.outcome || reason === null) return `${name} ${wouldDo[outcome]}`;
  return `${name} names another fault first: ${reason}`;
}
