import { useRef } from 'react';
import type { Sequence } from '../../../explain/sequence/step.ts';
import { layOut } from '../../sequence/lay-out.ts';
import { SequenceDrawing } from '../../sequence/sequence-drawing.tsx';
import { useWidth } from '../../sequence/use-width.ts';

/** Who says what to whom, drawn like the picture of a real request. */
export function LearnSequence({ sequence, label }: { readonly sequence: Sequence; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div ref={frame}>
      <SequenceDrawing drawing={layOut(sequence, width)} label={label} />
    </div>
  );
}
