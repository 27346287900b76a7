import { type ComparedUrl, differingParts } from '../../../explain/learn/picture.ts';
import { letterWidth } from '../../sequence/lay-out.ts';
import { Canvas } from './canvas.tsx';

const rowHeight = 26;
const boxHeight = 19;
const padding = 6;
const gap = 4;

/** URLs part by part, one below the other: what differs from the page's is marked, and the last words say the result. */
export function ComparisonPicture({
  page,
  others,
  label,
}: {
  readonly page: ComparedUrl;
  readonly others: readonly ComparedUrl[];
  readonly label: string;
}) {
  const rows = [page, ...others];
  const widthOf = (part: keyof ComparedUrl) =>
    Math.max(...rows.map((row) => row[part].length)) * letterWidth + 2 * padding;
  const starts = { scheme: 0.5, host: 0, port: 0, path: 0 };
  starts.host = starts.scheme + widthOf('scheme') + gap;
  starts.port = starts.host + widthOf('host') + gap;
  starts.path = starts.port + widthOf('port') + gap;
  const resultX = starts.path + widthOf('path') + gap;
  return (
    <Canvas width={Math.ceil(resultX + 11 * letterWidth)} height={rows.length * rowHeight} label={label}>
      {rows.map((row, index) => {
        const y = index * rowHeight + 3.5;
        const differing = differingParts(page, row);
        return (
          <g key={`${row.scheme} ${row.host} ${row.port} ${row.path}`}>
            {(['scheme', 'host', 'port'] as const).map((part) => {
              const kind = differing.includes(part) ? 'bad' : undefined;
              return (
                <g key={part}>
                  <rect x={starts[part]} y={y} width={widthOf(part)} height={boxHeight} rx={3} data-kind={kind} />
                  <text x={starts[part] + padding} y={y + 13} data-kind={kind}>
                    {row[part]}
                  </text>
                </g>
              );
            })}
            <text x={starts.path + padding} y={y + 13} data-kind="quiet">
              {row.path}
            </text>
            <Result x={resultX} y={y + 13} isPage={index === 0} isSame={differing.length === 0} />
          </g>
        );
      })}
    </Canvas>
  );
}

function Result(props: { readonly x: number; readonly y: number; readonly isPage: boolean; readonly isSame: boolean }) {
  const { x, y, isPage, isSame } = props;
  return (
    <text x={x} y={y} data-kind={isPage ? 'strong' : isSame ? 'good' : 'bad'}>
      {isPage ? 'the page' : isSame ? '= same' : '≠ another'}
    </text>
  );
}
