import { timeLabel } from '../list/request-parts.ts';
import type { Summary } from '../status/summarise.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { FullMessage } from './full-message.tsx';
import styles from './no-selection.module.css';

/** The detail side while no request is chosen: whether all is fine, and what preflights cost. */
export function NoSelection({ summary }: { readonly summary: Summary }) {
  const { requests, blocked, notCors, warned, preflights } = summary;
  if (blocked + notCors > 0) {
    return (
      <FullMessage name="choose" title="Choose a request to see its verdict">
        <p className={styles.hint}>Use the up and down keys in the list.</p>
      </FullMessage>
    );
  }
  return (
    <FullMessage name="all-fine" title={warned === 0 ? 'All fine' : 'Nothing is blocked'}>
      <p className={styles.line}>
        <VerdictMark mark="allowed" />
        {requests === 1
          ? 'The one cross-origin request was not blocked.'
          : `None of the ${requests.toLocaleString('en')} cross-origin requests was blocked.`}
      </p>
      {warned > 0 && (
        <p className={styles.line}>
          <VerdictMark mark="warning" />
          {warned === 1
            ? 'One has a warning. Choose it to read why.'
            : `${warned.toLocaleString('en')} have a warning. Choose one to read why.`}
        </p>
      )}
      <p className={styles.hint}>{preflightSentence(preflights)}</p>
    </FullMessage>
  );
}

function preflightSentence({ sent, milliseconds, avoidable }: Summary['preflights']): string {
  if (sent === 0) return 'No preflight was sent.';
  const cost = `${sent === 1 ? 'One preflight' : `${sent.toLocaleString('en')} preflights`} cost ${timeLabel(milliseconds)}.`;
  if (avoidable === 0) return cost;
  return `${cost} With Access-Control-Max-Age, ${avoidable === 1 ? 'one' : avoidable.toLocaleString('en')} of them could be avoided.`;
}
