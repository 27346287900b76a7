import { useMemo, useRef } from 'react';
import { CopyButton } from '../button/copy-button.tsx';
import type { Judged } from '../verdict/judged.ts';
import { describeSequence } from './describe-sequence.ts';
import { type DrawnStep, layOut } from './lay-out.ts';
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
  const drawing = layOut(sequence, width);
  const bottom = drawing.height - 4;
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        ref={svg}
        className={styles.picture}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={describeSequence(sequence)}
      >
        {drawing.parties.map((party) => (
          <g key={party.x}>
            <text
              className={styles.party}
              x={party.anchor === 'start' ? 8 : party.anchor === 'end' ? drawing.width - 8 : party.x}
              y={14}
              textAnchor={party.anchor}
            >
              {party.label}
            </text>
            <line className={styles.lifeline} x1={party.x} x2={party.x} y1={20} y2={bottom} />
          </g>
        ))}
        {drawing.steps.map((drawn) => (
          <Arrow key={drawn.textY} drawn={drawn} lineHeight={drawing.lineHeight} />
        ))}
      </svg>
      <div className={styles.copy}>
        <CopyButton kind="quiet" label="Copy as SVG" text={() => (svg.current ? standaloneSvg(svg.current) : '')} />
      </div>
    </div>
  );
}

function Arrow({ drawn, lineHeight }: { readonly drawn: DrawnStep; readonly lineHeight: number }) {
  const { step, x1, x2, y, textX, textY, lines } = drawn;
  const back = x2 > x1 ? -1 : 1;
  return (
    <g className={styles.step} data-step={step.name} data-kind={step.tone} data-arrives={step.arrives}>
      {x1 !== x2 && <line x1={x1} x2={step.arrives ? x2 + back * 6 : x2} y1={y} y2={y} />}
      {step.arrives && <path d={`M${x2} ${y}l${back * 8} -4v8z`} />}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <text key={index} x={textX} y={textY + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}
