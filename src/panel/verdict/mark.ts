import type { Verdict } from '../../judge/verdict.ts';

/** What the list shows in front of a request: the outcomes, and `warning` for one that passed with a warning. */
export type Mark = 'blocked' | 'not-cors' | 'warning' | 'unknown' | 'pending' | 'opaque' | 'allowed';

/** Three verdict hues and a quiet one. Never the only sign: mark and words say the same. */
export type Tone = 'bad' | 'warn' | 'good' | 'quiet';

export function markOf(verdict: Verdict): Mark {
  return verdict.outcome === 'allowed' && verdict.warnings.length > 0 ? 'warning' : verdict.outcome;
}

export const marks: Readonly<Record<Mark, { readonly tone: Tone; readonly rank: number; readonly label: string }>> = {
  blocked: { tone: 'bad', rank: 0, label: 'Blocked' },
  'not-cors': { tone: 'warn', rank: 1, label: 'Not CORS' },
  unknown: { tone: 'quiet', rank: 2, label: 'Unknown' },
  warning: { tone: 'warn', rank: 3, label: 'Allowed, with a warning' },
  pending: { tone: 'quiet', rank: 4, label: 'Pending' },
  allowed: { tone: 'good', rank: 5, label: 'Allowed' },
  opaque: { tone: 'quiet', rank: 6, label: 'Not readable' },
};
