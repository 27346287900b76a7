import { useMemo } from 'react';
import { partsOfPlace } from '../../explain/learn/article.ts';
import { articleById } from '../../explain/learn/articles.ts';
import { learnLinkFor } from '../../explain/learn/learn-link.ts';
import { concernsServer } from '../../fix/whose-fault.ts';
import { backendMessage } from '../../report/backend-message.ts';
import { copyAsCurl } from '../../report/copy-as-curl.ts';
import type { Document } from '../../report/document.ts';
import { toMarkdown, toPlainText } from '../../report/document-text.ts';
import { Button, type ButtonKind } from '../button/button.tsx';
import { CopyButton } from '../button/copy-button.tsx';
import { LinkButton } from '../button/link-button.tsx';
import { fixOf } from '../fix/fix-of.ts';
import { proxyPolicyOf } from '../fix/proxy-policy.ts';
import { openProxies } from '../fix/proxy-recipes.tsx';
import { Icon } from '../icon/icon.tsx';
import { TryButton } from '../override/try-button.tsx';
import { useTry } from '../override/use-try.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { verdictsElsewhere } from '../verdict/verdicts-elsewhere.ts';
import styles from './actions.module.css';

/** What can be done about the verdict. Copies have their secrets masked, unless they are asked for. */
export function Actions({ judged }: { readonly judged: Judged }) {
  const { server } = usePanelState('settings').settings;
  const store = usePanelStore();
  const { exchange, verdict } = judged;
  const place = learnLinkFor(verdict);
  const { kind: tryKind, plan } = useTry(judged);
  const isFault = verdict.outcome === 'blocked' || verdict.outcome === 'not-cors';
  // Where the page itself is at fault, nothing leads to the people of the server first.
  const isServers = isFault ? concernsServer(fixOf(judged)) : verdict.warnings.length > 0;
  function message(): Document {
    const elsewhere = verdictsElsewhere(judged);
    return backendMessage(exchange, verdict, { elsewhere, ...(server !== null && { server }) });
  }
  const { preflight, request, withSecrets } = useMemo(
    () => ({
      preflight: copyAsCurl(exchange, verdict, 'preflight'),
      request: copyAsCurl(exchange, verdict, 'request'),
      withSecrets: copyAsCurl(exchange, verdict, 'request', { withSecrets: true }),
    }),
    [exchange, verdict],
  );
  const forBackend = (kind: ButtonKind) => (
    <CopyButton kind={kind} label="Copy for the backend team" text={() => toMarkdown(message())} />
  );
  const help = (kind: ButtonKind) => (
    <Button kind={kind} data-action="learn" onClick={() => store.showHelp(place)}>
      <Icon name="help" />
      {articleById(partsOfPlace(place).article).title}
    </Button>
  );
  return (
    <>
      <div className={styles.actions}>
        <TryButton judged={judged} kind="primary" />
        {isServers && forBackend(isFault && tryKind !== 'possible' ? 'primary' : 'plain')}
        {isFault && !isServers && help('plain')}
        {verdict.preflight !== 'none' && preflight !== null && (
          <CopyButton label="Copy preflight as curl" text={() => preflight} />
        )}
        {request !== null && <CopyButton label="Copy request as curl" text={() => request} />}
      </div>
      <div className={styles.more}>
        {isFault && !isServers && forBackend('quiet')}
        {(isFault || isServers) && (
          <CopyButton kind="quiet" label="Copy message as plain text" text={() => toPlainText(message())} />
        )}
        {withSecrets !== null && withSecrets !== request && (
          <CopyButton kind="quiet" label="Copy request with its secrets" text={() => withSecrets} />
        )}
        {(!isFault || isServers) && help('quiet')}
      </div>
      {tryKind === 'on' && (
        <p className={styles.hint} data-try="on">
          The header override that is on is for this request, too.
        </p>
      )}
      {tryKind === 'impossible' &&
        plan.cannot.map(({ exchangeId, obstacle, text }) => (
          <p key={exchangeId} className={styles.hint} data-try="impossible" data-cannot={obstacle}>
            {obstacle === 'not-by-headers' ? (
              'No header override gets this through. What to do instead is said below.'
            ) : (
              <RichTextView text={text} />
            )}
          </p>
        ))}
      {proxyPolicyOf(judged) !== null && (
        <p className={styles.hint}>
          No access to the server?{' '}
          <LinkButton data-action="use-proxy" onClick={openProxies}>
            Use a dev proxy
          </LinkButton>
        </p>
      )}
    </>
  );
}
