import { letterWidth } from '../../sequence/lay-out.ts';
import { Canvas } from './canvas.tsx';

const rowHeight = 28;
const boxHeight = 21;
const padding = 8;
const reach = 40;

/** Several things that lead to the same: boxes on the left, arrows to one on the right. */
export function SourcesPicture({
  sources,
  result,
  label,
}: {
  readonly sources: readonly string[];
  readonly result: string;
  readonly label: string;
}) {
  const widthOf = (text: string) => text.length * letterWidth + 2 * padding;
  const left = Math.max(...sources.map(widthOf));
  const middle = (sources.length * rowHeight) / 2;
  const right = left + reach;
  return (
    <Canvas width={Math.ceil(right + widthOf(result) + 1)} height={sources.length * rowHeight} label={label}>
      {sources.map((source, index) => {
        const y = index * rowHeight + (rowHeight - boxHeight) / 2;
        const centre = y + boxHeight / 2;
        return (
          <g key={source}>
            <rect x={0.5} y={y} width={left - 0.5} height={boxHeight} rx={4} />
            <text x={padding} y={centre + 4}>
              {source}
            </text>
            <path
              d={`M${left} ${centre}C${left + reach / 2} ${centre} ${left + reach / 2} ${middle} ${right - 7} ${middle}`}
            />
          </g>
        );
      })}
      <path data-head="" d={`M${right} ${middle}l-8 -4v8z`} />
      <rect x={right} y={middle - boxHeight / 2} width={widthOf(result)} height={boxHeight} rx={4} data-kind="bad" />
      <text x={right + padding} y={middle + 4} data-kind="bad">
        {result}
      </text>
    </Canvas>
  );
}
