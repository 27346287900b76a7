import { code, listed } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { overrideLasts, type Patch } from '../../override/override.ts';
import { hostOf } from '../../override/patch.ts';
import { usePanelState } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './try-dialog.module.css';

/** Where an override counts, and until when. */
export function OverrideTerms({ patches }: { readonly patches: readonly Patch[] }) {
  const { override } = usePanelState('override');
  const page = override?.page?.origin ?? 'null';
  const hosts = [...new Set(patches.map(({ initiator }) => hostOf(initiator)))];
  const servers = [...new Set(patches.map(({ target }) => target))];
  const opaque = hosts.includes(null);
  const named = hosts.filter((host) => host !== null);
  return (
    <dl className={styles.terms}>
      <dt>Tab</dt>
      <dd>
        <RichTextView text={rich`this one, while it shows ${code(page)}`} />
      </dd>
      <dt>Asked by</dt>
      <dd>
        {named.length > 0 && <RichTextView text={rich`pages and frames of ${listed(named)}`} />}
        {named.length > 0 && opaque && ', and '}
        {opaque && <RichTextView text={rich`whoever asks as the origin ${code('null')}`} />}
      </dd>
      <dt>Server</dt>
      <dd>
        <RichTextView text={rich`${listed(servers)}, and no other`} />
      </dd>
      <dt>Ends</dt>
      <dd>
        {override?.override
          ? 'with the override that is on'
          : `after ${overrideLasts / 60_000} minutes; earlier when you turn it off, close DevTools, the tab or the browser, or go to another origin`}
      </dd>
    </dl>
  );
}
