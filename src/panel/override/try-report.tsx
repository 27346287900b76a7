import { useMemo } from 'react';
import { lowerFirst } from '../../explain/lower-first.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import type { Judged } from '../verdict/judged.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import styles from './override-banner.module.css';
import type { Period } from './periods.ts';
import { triesOf } from './tries.ts';

/** Whether the override helps: what became of the requests made since, or how to make one. */
export function TryReport({ period, all }: { readonly period: Period; readonly all: readonly Judged[] }) {
  const store = usePanelStore();
  const { through, blocked, failed } = useMemo(() => triesOf(period, all), [period, all]);
  const [stuck] = [...blocked, ...failed];
  if (through.length + blocked.length + failed.length === 0) {
    return (
      <div className={styles.report} role="status" data-tries="none">
        <span className={styles.words}>Now repeat the request, or</span>
        <Button kind="quiet" data-action="retry" onClick={() => store.host.reloadPage()}>
          <Icon name="reload" />
          Reload the page
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.report} role="status" data-tries={stuck ? (through.length > 0 ? 'some' : 'fails') : 'works'}>
      <VerdictMark mark={stuck ? 'blocked' : 'allowed'} />
      <span>
        {stuck
          ? through.length > 0 && `${counted(through.length)} went through since. `
          : `It works: ${lowerFirst(counted(through.length))} went through since.`}
        {blocked.length > 0 && `${counted(blocked.length)} ${blocked.length === 1 ? 'is' : 'are'} still blocked. `}
        {failed.length > 0 && `${counted(failed.length)} failed, and not by CORS.`}
      </span>
      {stuck && (
        <Button
          kind="quiet"
          data-action="show-blocked-try"
          onClick={() => store.select({ kind: 'row', key: stuck.exchange.id })}
        >
          Show it
        </Button>
      )}
    </div>
  );
}

function counted(count: number): string {
  return count === 1 ? 'One request' : `${count.toLocaleString('en')} requests`;
}
