import type { UrlPiece } from '../../../explain/learn/picture.ts';
import { letterWidth } from '../../sequence/lay-out.ts';
import { Canvas } from './canvas.tsx';

const left = 8;
const urlLine = 16;
/** The URL is set larger than what is said about it. */
const urlLetter = (letterWidth * 13) / 11;

interface PlacedPiece extends UrlPiece {
  readonly from: number;
  readonly to: number;
}

/** A URL with a bracket under each part that belongs to the origin, and one under them all. */
export function AnatomyPicture({ pieces, label }: { readonly pieces: readonly UrlPiece[]; readonly label: string }) {
  const placed = place(pieces);
  const width = (placed.at(-1)?.to ?? 0) + left;
  const originEnd = placed.findLast(({ isInOrigin }) => isInOrigin)?.to ?? left;
  return (
    <Canvas width={width} height={74} label={label}>
      {placed.map((piece) => (
        <g key={piece.from}>
          <text
            x={piece.from}
            y={urlLine}
            data-size="large"
            data-kind={piece.isInOrigin ? 'strong' : 'quiet'}
            textLength={piece.to - piece.from}
            lengthAdjust="spacingAndGlyphs"
          >
            {piece.text}
          </text>
          {piece.name !== '' && (
            <>
              <path
                d={bracket(piece.from, piece.to, urlLine + 6)}
                data-kind={piece.isInOrigin ? 'accent' : undefined}
              />
              <text x={(piece.from + piece.to) / 2} y={urlLine + 23} textAnchor="middle" data-kind="quiet">
                {piece.name}
              </text>
            </>
          )}
        </g>
      ))}
      <path d={bracket(left, originEnd, urlLine + 30)} data-kind="accent" />
      <text x={(left + originEnd) / 2} y={urlLine + 48} textAnchor="middle" data-kind="accent">
        origin
      </text>
    </Canvas>
  );
}

function place(pieces: readonly UrlPiece[]): PlacedPiece[] {
  let x = left;
  return pieces.map((piece) => {
    const from = x;
    x += piece.text.length * urlLetter;
    return { ...piece, from, to: x };
  });
}

function bracket(from: number, to: number, y: number): string {
  return `M${from + 1} ${y}v4H${to - 1}v-4`;
}
