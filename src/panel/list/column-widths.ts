import type { ColumnName } from './sort.ts';

/** These share what room the others leave. */
export type ElasticColumn = 'request' | 'verdict';
export type FixedColumn = Exclude<ColumnName, ElasticColumn>;

/** How wide the columns of the list are. */
export interface ColumnWidths {
  /** What `request` gets of the room that it shares with `verdict`: from 0 to 1. */
  readonly requestShare: number;
  readonly pixels: Readonly<Record<FixedColumn, number>>;
}

export const defaultWidths: ColumnWidths = {
  requestShare: 0.5,
  pixels: { mark: 26, method: 58, from: 100, preflight: 64, type: 56, time: 60 },
};

/** Narrower than this, in pixels, no column can be made. */
export const leastWidth = 34;

/** The mark is as wide as its picture. */
export function isResizable(column: ColumnName): boolean {
  return column !== 'mark';
}

/** The width as the style sheet takes it. */
export function cssWidth({ requestShare, pixels }: ColumnWidths, column: ColumnName): string {
  if (column === 'request') return `${100 * requestShare}%`;
  if (column === 'verdict') return `${100 - 100 * requestShare}%`;
  return `${pixels[column]}px`;
}

/**
 * Moves the edge between a column and its neighbour on the right: what one gains, the other loses, and no other column
 * moves.
 *
 * @param shown the columns in sight from left to right, with their widths in pixels as they are now
 * @param by pixels; to the left where negative
 */
export function moveEdge(
  widths: ColumnWidths,
  shown: ReadonlyMap<ColumnName, number>,
  column: ColumnName,
  by: number,
): ColumnWidths {
  const order = [...shown.keys()];
  const neighbour = order[order.indexOf(column) + 1];
  const left = shown.get(column);
  const right = neighbour && shown.get(neighbour);
  if (neighbour === undefined || left === undefined || right === undefined) return widths;
  const moved = Math.round(Math.min(Math.max(by, leastWidth - left), right - leastWidth));
  const next = new Map(shown).set(column, left + moved).set(neighbour, right - moved);
  const pixels = { ...widths.pixels };
  for (const each of [column, neighbour]) {
    if (each !== 'request' && each !== 'verdict') pixels[each] = next.get(each) ?? pixels[each];
  }
  const [request = 0, verdict = 0] = [next.get('request'), next.get('verdict')];
  return { requestShare: request / (request + verdict), pixels };
}

/** Column widths out of what was stored; the default for whatever is no width. */
export function readWidths(stored: unknown): ColumnWidths {
  const { requestShare, pixels } = toRecord(stored);
  const given = toRecord(pixels);
  const read = (column: FixedColumn) => {
    const width = given[column];
    return typeof width === 'number' && width >= leastWidth && width < 2000 ? width : defaultWidths.pixels[column];
  };
  const isShare = typeof requestShare === 'number' && requestShare > 0 && requestShare < 1;
  return {
    requestShare: isShare ? requestShare : defaultWidths.requestShare,
    pixels: {
      mark: defaultWidths.pixels.mark,
      method: read('method'),
      from: read('from'),
      preflight: read('preflight'),
      type: read('type'),
      time: read('time'),
    },
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
