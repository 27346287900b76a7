import { type ZipAttributes, zipSync } from 'fflate';

/** A file of an archive. */
export interface ZippedFile {
  /** Relative, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The first moment that a zip can name. Made of local parts, because a zip holds local time: every machine writes the same. */
const epoch = new Date(1980, 0, 1);

const attributes: ZipAttributes = { mtime: epoch, os: 3, attrs: (0o100644 << 16) >>> 0 };

/** Packs files so that the same files give the same bytes, whatever their order, dates, owners or this machine's zone. */
export function zip(files: readonly ZippedFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, [bytes, attributes]])), { level: 9 });
}
