import type { SeenLine } from '../../../explain/learn/picture.ts';
import { letterWidth } from '../../sequence/lay-out.ts';
import { Canvas } from './canvas.tsx';

const width = 240;
const barHeight = 14;
const lineHeight = 18;

/** What somebody gets to see, in a window. */
export function ScreenPicture({ lines, label }: { readonly lines: readonly SeenLine[]; readonly label: string }) {
  const height = barHeight + lines.length * lineHeight + 14;
  return (
    <Canvas width={width} height={height} label={label}>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={6} />
      <line x1={1} x2={width - 1} y1={barHeight + 0.5} y2={barHeight + 0.5} />
      <path d="M8 7.5h.01M15 7.5h.01M22 7.5h.01" strokeWidth={4} strokeLinecap="round" />
      {lines.map(({ text, tone }, index) => (
        <text
          key={text}
          x={10}
          y={barHeight + 18 + index * lineHeight}
          data-kind={tone}
          textLength={text.length * letterWidth}
        >
          {text}
        </text>
      ))}
    </Canvas>
  );
}
