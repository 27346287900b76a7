import type { Fix } from '../../fix/fix.ts';
import { fixFor } from '../../fix/fix-exchange.ts';
import type { Wanted } from '../../override/plan.ts';
import type { Judged } from '../verdict/judged.ts';
import { verdictsElsewhere } from '../verdict/verdicts-elsewhere.ts';

const known = new WeakMap<Judged, Fix>();

/** The fix for a request, good for every engine. Found once. */
export function fixOf(judged: Judged): Fix {
  const before = known.get(judged);
  if (before) return before;
  const fix = fixFor(judged.exchange, judged.verdict, { elsewhere: verdictsElsewhere(judged) });
  known.set(judged, fix);
  return fix;
}

/** A request that an override shall get through. */
export function wantedOf(judged: Judged): Wanted {
  return { exchange: judged.exchange, fix: fixOf(judged) };
}
