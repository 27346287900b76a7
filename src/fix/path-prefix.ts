import { isPlainSegment } from './plain-value.ts';

/** The first segment that all of the paths share (`/api`); null where they share none that a configuration can hold. */
export function pathPrefix(paths: readonly string[]): string | null {
  const segments = new Set(paths.map((path) => path.split('/')[1] ?? ''));
  const [first] = segments;
  return segments.size === 1 && first !== undefined && isPlainSegment(first) ? `/${first}` : null;
}
