import { engineNames } from '../../cors/engine-name.ts';
import { judgeAsIf } from '../../judge/judge.ts';
import type { Verdict } from '../../judge/verdict.ts';
import type { Judged } from './judged.ts';

/** What the engines that did not see the exchange would make of the same answers. */
export function verdictsElsewhere({ exchange, verdict }: Judged): Verdict[] {
  const { engine, mode, credentialed } = verdict;
  const known = credentialed === null ? { mode } : { mode, credentialed };
  return engineNames.filter((name) => name !== engine).map((name) => judgeAsIf(exchange, name, known));
}
