import type { DrivenDocument } from '../browsers/browser-driver.ts';
import type { TruthCase } from '../truth/truth-case.ts';
import type { CaseRun } from './script-saw.ts';

/** Has the lab page make the case's request, and its second one where it has one; resolves when they have ended. */
export function runInPage(page: DrivenDocument, truthCase: TruthCase): Promise<CaseRun> {
  return page.evaluate((labCase) => {
    const { runCase } = globalThis as unknown as { runCase: (labCase: TruthCase) => Promise<CaseRun> };
    return runCase(labCase);
  }, truthCase);
}
