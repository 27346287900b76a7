import { Fragment, type ReactNode } from 'react';
import type { CodeLocation, Exchange } from '../../exchange/exchange.ts';
import type { RequestMode, Verdict } from '../../judge/verdict.ts';
import { duration, firstHop, timeLabel, typeLabel } from '../list/request-parts.ts';
import { ClippedText } from '../text/clipped-text.tsx';
import { RawText } from '../text/raw-text.tsx';
import type { Judged } from '../verdict/judged.ts';
import { CodeLink } from './code-link.tsx';
import styles from './facts-line.module.css';

const modeLabels: Readonly<Record<RequestMode, string>> = {
  cors: 'CORS',
  'no-cors': 'no-cors',
  'same-origin': 'same-origin',
  navigate: 'navigation',
  websocket: 'WebSocket',
};

/** What was asked for, in one line: method and URL, how it was made, how it was answered, from where in the code. */
export function FactsLine({
  judged,
  openSource,
}: {
  readonly judged: Judged;
  readonly openSource: ((location: CodeLocation) => void) | null;
}) {
  const { exchange, verdict } = judged;
  const { method, url } = firstHop(exchange);
  const [location] = exchange.stack;
  const took = duration(exchange);
  const facts: [string, ReactNode][] = [
    ['type', <RawText key="type" text={typeLabel(exchange.type)} />],
    ['mode', mode(verdict)],
  ];
  const response = exchange.hops.at(-1)?.response;
  if (response && response.status > 0) {
    facts.push(['status', <RawText key="status" text={`${response.status} ${response.statusText}`.trim()} />]);
  }
  if (took !== null) facts.push(['time', timeLabel(took)]);
  if (isFromDevToolsAlone(exchange)) facts.push(['source', 'from DevTools’ own record alone']);
  if (location) facts.push(['code', <CodeLink key="code" location={location} openSource={openSource} />]);
  return (
    <p className={styles.facts}>
      <RawText text={method} /> <ClippedText text={url} />
      {dot}
      {facts.map(([name, fact], index) => (
        <Fragment key={name}>
          {' '}
          <span className={styles.fact} data-fact={name}>
            {fact}
            {index < facts.length - 1 && dot}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** At the end of a line rather than at its beginning. */
const dot = <span aria-hidden="true"> ·</span>;

/** No event told more of it than its beginning and end: without access, while the recorder was stopped, or of a busy page. */
function isFromDevToolsAlone({ sources }: Exchange): boolean {
  return sources.length === 1 && sources[0] === 'devtools-network';
}

function mode({ mode, credentialed }: Verdict): string {
  if (mode !== 'cors') return modeLabels[mode];
  switch (credentialed) {
    case true:
      return 'CORS, credentials included';
    case false:
      return 'CORS, no credentials';
    case null:
      return 'CORS, credentials not known';
  }
}
