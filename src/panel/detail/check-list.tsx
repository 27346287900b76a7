import type { Check, CheckStatus, Stage } from '../../cors/check.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { explainCheck } from '../../explain/explain-check.ts';
import { learnLinkForCheck } from '../../explain/learn/learn-link.ts';
import { Icon } from '../icon/icon.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Mark } from '../verdict/mark.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './check-list.module.css';

const statusWords: Readonly<Record<CheckStatus, { readonly label: string; readonly mark: Mark }>> = {
  passed: { label: 'Passed', mark: 'allowed' },
  failed: { label: 'Failed', mark: 'blocked' },
  'would-fail': { label: 'Would fail next', mark: 'not-cors' },
  'not-reached': { label: 'Not reached', mark: 'opaque' },
};

const stageWords: Readonly<Record<Stage, string>> = {
  request: 'Request',
  preflight: 'Preflight',
  response: 'Response',
  redirect: 'Redirect',
};

/** The checks of the standard in their order, each with what it looked at and where the standard says so. */
export function CheckList({ exchange, checks }: { readonly exchange: Exchange; readonly checks: readonly Check[] }) {
  const hops = exchange.hops.length;
  return (
    <ol className={styles.checks}>
      {checks.map((check, index) => (
        <CheckItem
          key={`${check.hop} ${check.stage} ${check.name} ${check.parameter}`}
          check={check}
          exchange={exchange}
          place={isSamePlace(check, checks[index - 1]) ? null : placeOf(check, hops)}
        />
      ))}
    </ol>
  );
}

function CheckItem(props: { readonly check: Check; readonly exchange: Exchange; readonly place: string | null }) {
  const { check, exchange, place } = props;
  const { label, mark } = statusWords[check.status];
  const { text, link } = explainCheck(check, exchange);
  const store = usePanelStore();
  return (
    <li className={styles.check} data-check={check.name} data-status={check.status}>
      <span className={styles.place}>{place}</span>
      <VerdictMark mark={mark} />
      <span className={styles.text}>
        <span className={check.status === 'would-fail' ? styles.label : 'visually-hidden'}>{label}: </span>
        <RichTextView text={text} />
        {check.reason !== null && <span className={styles.reason}>{check.reason}</span>}
      </span>
      <a
        className={styles.link}
        href={link.url}
        target="_blank"
        rel="noreferrer"
        title={link.url}
        aria-label={`${link.label}: ${check.name}`}
      >
        <span className={styles.linkLabel}>{link.label}</span>
        <Icon name="link" />
      </a>
      <button
        type="button"
        className={styles.help}
        title="What this check is about"
        aria-label={`Help: ${check.name}`}
        onClick={() => store.showHelp(learnLinkForCheck(check.name))}
      >
        <Icon name="help" />
      </button>
    </li>
  );
}

function isSamePlace(a: Check, b: Check | undefined): boolean {
  return b !== undefined && a.hop === b.hop && a.stage === b.stage;
}

function placeOf(check: Check, hops: number): string {
  return hops === 1 ? stageWords[check.stage] : `${check.hop + 1}. ${stageWords[check.stage]}`;
}
