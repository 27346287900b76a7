import { useMemo } from 'react';
import type { HeadersFix } from '../../fix/fix.ts';
import { mergeFixes } from '../../fix/server-policy.ts';
import { Button } from '../button/button.tsx';
import { Section } from '../detail/section.tsx';
import { TryButton } from '../override/try-button.tsx';
import type { Judged } from '../verdict/judged.ts';
import { AdviceList } from './advice-list.tsx';
import { fixOf } from './fix-of.ts';
import { proxyPolicyOf } from './proxy-policy.ts';
import { ProxyRecipes } from './proxy-recipes.tsx';
import { ServerRecipes } from './server-recipes.tsx';

const fixSectionId = 'fix-section';
const ownTitle = 'Your fix, on the server';

/** Leads to the fix that was made by editing answers. */
export function showFix(): void {
  const section = document.getElementById(fixSectionId);
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}

/** What has to change so that the request passes: on the server, or, where nobody can change that, in front of it. */
export function FixSection({
  judged,
  own,
  onDropOwn,
}: {
  readonly judged: Judged;
  /** The fix that the person made by editing answers, which goes before the smallest one; null while there is none. */
  readonly own: HeadersFix | null;
  readonly onDropOwn: () => void;
}) {
  if (own) {
    return (
      <Section title={ownTitle} id={fixSectionId}>
        <p>
          This is what you wrote below.{' '}
          <Button kind="quiet" data-action="drop-own-fix" onClick={onDropOwn}>
            Back to the smallest fix
          </Button>
        </p>
        <HeadersFixView judged={judged} fix={own} />
      </Section>
    );
  }
  const fix = fixOf(judged);
  switch (fix.kind) {
    case 'nothing-to-fix':
      return null;
    case 'not-by-headers':
      return (
        <Section title="What to do">
          <AdviceList advice={fix.advice} />
          <Proxies judged={judged} />
        </Section>
      );
    case 'headers':
      return (
        <Section title={judged.verdict.outcome === 'allowed' ? 'Make it better on the server' : 'Fix it on the server'}>
          <AdviceList advice={fix.advice} />
          <HeadersFixView judged={judged} fix={fix} />
          <TryButton judged={judged} />
          <Proxies judged={judged} />
        </Section>
      );
  }
}

function HeadersFixView({ judged, fix }: { readonly judged: Judged; readonly fix: HeadersFix }) {
  const [policy] = useMemo(() => mergeFixes([fix]), [fix]);
  return <ServerRecipes exchange={judged.exchange} fix={fix} policy={policy ?? null} />;
}

function Proxies({ judged }: { readonly judged: Judged }) {
  const policy = proxyPolicyOf(judged);
  const page = judged.exchange.initiator.origin;
  return policy && page !== null && <ProxyRecipes policy={policy} page={page} />;
}
