import { useMemo } from 'react';
import { type EngineName, engineNames } from '../../cors/engine-name.ts';
import type { HeadersFix } from '../../fix/fix.ts';
import { fixFor } from '../../fix/fix-exchange.ts';
import { mergeFixes } from '../../fix/server-policy.ts';
import { Section } from '../detail/section.tsx';
import { type Judged, judged as judgedBy } from '../verdict/judged.ts';
import { AdviceList } from './advice-list.tsx';
import { ProxyRecipes } from './proxy-recipes.tsx';
import { ServerRecipes } from './server-recipes.tsx';

/** What has to change so that the request passes: on the server, or, where nobody can change that, in front of it. */
export function FixSection({ judged, engine }: { readonly judged: Judged; readonly engine: EngineName }) {
  const { exchange, verdict } = judged;
  const fix = useMemo(() => {
    const elsewhere = engineNames.filter((name) => name !== engine).map((name) => judgedBy(exchange, name).verdict);
    return fixFor(exchange, verdict, { elsewhere });
  }, [exchange, verdict, engine]);
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
