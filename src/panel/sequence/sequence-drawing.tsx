import type { Ref } from 'react';
import type { Drawing, DrawnStep } from './lay-out.ts';
import styles from './sequence-drawing.module.css';

/** A sequence as lines and words, at the places that `layOut` gave them. */
export function SequenceDrawing({
  drawing,
  label,
  ref,
}: {
  readonly drawing: Drawing;
  /** The same in words, for those who cannot see it. */
  readonly label: string;
  readonly ref?: Ref<SVGSVGElement>;
}) {
  const { width, height, parties, steps } = drawing;
  return (
    <svg
      ref={ref}
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {parties.map((party) => (
        <g key={party.x}>
          <text
            className={styles.party}
            x={party.anchor === 'start' ? 8 : party.anchor === 'end' ? width - 8 : party.x}
            y={14}
            textAnchor={party.anchor}
          >
            {party.label}
          </text>
          <line className={styles.lifeline} x1={party.x} x2={party.x} y1={20} y2={height - 4} />
        </g>
      ))}
      {steps.map((drawn) => (
        <Arrow key={drawn.textY} drawn={drawn} lineHeight={drawing.lineHeight} />
      ))}
    </svg>
  );
}

function Arrow({ drawn, lineHeight }: { readonly drawn: DrawnStep; readonly lineHeight: number }) {
  const { step, x1, x2, y, textX, textY, lines } = drawn;
  const back = x2 > x1 ? -1 : 1;
  return (
    <g className={styles.step} data-step={step.name} data-kind={step.tone} data-arrives={step.arrives}>
      {x1 !== x2 && <line x1={x1} x2={step.arrives ? x2 + back * 6 : x2} y1={y} y2={y} />}
      {step.arrives && x1 !== x2 && <path d={`M${x2} ${y}l${back * 8} -4v8z`} />}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <text key={index} x={textX} y={textY + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}
