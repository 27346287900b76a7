import { memo, useMemo, useState } from 'react';
import type { EngineName } from '../../cors/engine-name.ts';
import type { CodeLocation } from '../../exchange/exchange.ts';
import { explainVerdict } from '../../explain/explain-verdict.ts';
import type { HeadersFix } from '../../fix/fix.ts';
import { FixSection, showFix } from '../fix/fix-section.tsx';
import { OverrideNotes } from '../override/override-notes.tsx';
import { SequencePicture } from '../sequence/sequence-picture.tsx';
import type { Judged } from '../verdict/judged.ts';
import { ChecksSection } from '../what-if/checks-section.tsx';
import { Actions } from './actions.tsx';
import { CodeStack } from './code-stack.tsx';
import { ConsoleMessages } from './console-messages.tsx';
import styles from './exchange-detail.module.css';
import { ExchangeHeaders } from './exchange-headers.tsx';
import { FactsLine } from './facts-line.tsx';
import { OriginComparison } from './origin-comparison.tsx';
import { ReadableHeaders } from './readable-headers.tsx';
import { Section } from './section.tsx';
import { Story } from './story.tsx';
import { VerdictHeadline } from './verdict-headline.tsx';

/** Everything about one exchange, in the order of importance: the verdict first, the raw headers late. */
export const ExchangeDetail = memo(function ExchangeDetail({
  judged,
  all,
  engine,
  openSource,
}: {
  readonly judged: Judged;
  /** Every request of the list, for what became of this one later. */
  readonly all: readonly Judged[];
  readonly engine: EngineName;
  readonly openSource: ((location: CodeLocation) => void) | null;
}) {
  const { exchange, verdict } = judged;
  const words = useMemo(() => explainVerdict(exchange, verdict), [exchange, verdict]);
  /** The fix that the person made by editing answers; null while there is none. */
  const [ownFix, setOwnFix] = useState<HeadersFix | null>(null);
  function useAsFix(fix: HeadersFix): void {
    setOwnFix(fix);
    requestAnimationFrame(showFix);
  }
  return (
    <article className={styles.detail}>
      <VerdictHeadline judged={judged} words={words} />
      <FactsLine judged={judged} openSource={openSource} />
      <OverrideNotes judged={judged} all={all} />
      <Story judged={judged} words={words} />
      <Actions judged={judged} />
      <Section title="What happened">
        <SequencePicture judged={judged} />
      </Section>
      <FixSection judged={judged} own={ownFix} onDropOwn={() => setOwnFix(null)} />
      <Section title="Origins">
        <OriginComparison exchange={exchange} verdict={verdict} />
      </Section>
      {verdict.checks.length > 0 && <ChecksSection judged={judged} engine={engine} onUseAsFix={useAsFix} />}
      <ConsoleMessages judged={judged} engine={engine} messages={words.browserMessage} />
      {verdict.exposure !== null && (
        <Section title="What JavaScript can read">
          <ReadableHeaders exposure={verdict.exposure} response={exchange.hops.at(-1)?.response ?? null} />
        </Section>
      )}
      <Section title="Headers">
        <ExchangeHeaders exchange={exchange} />
      </Section>
      {exchange.stack.length > 0 && (
        <Section title="Where in the code">
          <CodeStack stack={exchange.stack} openSource={openSource} />
        </Section>
      )}
    </article>
  );
});
