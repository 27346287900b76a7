import { useMemo, useRef } from 'react';
import { describeSequence } from '../../explain/sequence/describe-sequence.ts';
import { CopyButton } from '../button/copy-button.tsx';
import type { Judged } from '../verdict/judged.ts';
import { layOut } from './lay-out.ts';
import { SequenceDrawing } from './sequence-drawing.tsx';
import { sequenceOf } from './sequence-of.ts';
import styles from './sequence-picture.module.css';
import { standaloneSvg } from './standalone-svg.ts';
import { useWidth } from './use-width.ts';

/** What happened, drawn: the page and each server as a lifeline, one arrow per message, the fault where it happened. */
export function SequencePicture({ judged }: { readonly judged: Judged }) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = Math.min(useWidth(frame), 760);
  const sequence = useMemo(() => sequenceOf(judged), [judged]);
  return (
    <div ref={frame} className={styles.frame}>
      <SequenceDrawing ref={svg} drawing={layOut(sequence, width)} label={describeSequence(sequence)} />
      <div className={styles.copy}>
        <CopyButton kind="quiet" label="Copy as SVG" text={() => (svg.current ? standaloneSvg(svg.current) : '')} />
      </div>
    </div>
  );
}
