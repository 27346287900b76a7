import type { Warning } from '../../judge/warning.ts';
import { inWords, type Judged } from './judged.ts';

const known = new WeakMap<Judged, { readonly names: string; readonly judged: Judged }>();

/** The same with further warnings; what it warns of already is not said twice. */
export function withWarnings(judged: Judged, more: readonly Warning[] | undefined): Judged {
  const { exchange, verdict } = judged;
  const added = (more ?? []).filter(({ name }) => verdict.warnings.every((warning) => warning.name !== name));
  if (added.length === 0) return judged;
  const names = JSON.stringify(added);
  const before = known.get(judged);
  if (before?.names === names) return before.judged;
  const warned = { ...verdict, warnings: [...verdict.warnings, ...added] };
  const entry = { names, judged: inWords(exchange, warned) };
  known.set(judged, entry);
  return entry.judged;
}
