import { useMemo } from 'react';
import type { HeadersFix } from '../../fix/fix.ts';
import { fixFor } from '../../fix/fix-exchange.ts';
import { mergeFixes } from '../../fix/server-policy.ts';
import { Section } from '../detail/section.tsx';
import type { Judged } from '../verdict/judged.ts';
import { verdictsElsewhere } from '../verdict/verdicts-elsewhere.ts';
import { AdviceList } from './advice-list.tsx';
import { ProxyRecipes } from './proxy-recipes.tsx';
import { ServerRecipes } from './server-recipes.tsx';

/** What has to change so that the request passes: on the server, or, where nobody can change that, in front of it. */
export function FixSection({ judged }: { readonly judged: Judged }) {
  const fix = useMemo(() => {
    const { exchange, verdict } = judged;
    return fixFor(exchange, verdict, { elsewhere: verdictsElsewhere(judged) });
  }, [judged]);
  switch (fix.kind) {
    case 'nothing-to-fix':
      return null;
    case 'not-by-headers':
      return (
        <Section title="What to do">
          <AdviceList advice={fix.advice} />
        </Section>
      );
    case 'headers':
      return <HeadersFixSection judged={judged} fix={fix} />;
  }
}

function HeadersFixSection({ judged, fix }: { readonly judged: Judged; readonly fix: HeadersFix }) {
  const [policy] = useMemo(() => mergeFixes([fix]), [fix]);
  const page = judged.exchange.initiator.origin;
  return (
    <Section title={judged.verdict.outcome === 'allowed' ? 'Make it better on the server' : 'Fix it on the server'}>
      <AdviceList advice={fix.advice} />
      <ServerRecipes exchange={judged.exchange} fix={fix} policy={policy ?? null} />
      {judged.verdict.outcome !== 'allowed' && policy && page !== null && <ProxyRecipes policy={policy} page={page} />}
    </Section>
  );
}
