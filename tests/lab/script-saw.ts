import type { DrivenDocument } from '../browsers/browser-driver.ts';
import type { LabStep } from './lab-step.ts';

/** What the page's script saw of a request: all that a page is ever told. */
export interface ScriptSaw {
  /** `refused` is all there is to see of a failure: the engine's own words tell `blocked` from `network-error`. */
  readonly outcome: 'allowed' | 'refused' | 'opaque' | 'opaqueredirect' | 'sent' | 'invalid-request' | 'timeout';
  readonly err?: string;
  readonly status?: number;
  readonly type?: string;
  readonly readable?: boolean;
  readonly exposedHeaders?: readonly string[];
}

/** Has the lab page make the step's request; resolves when it has ended. */
export function runStep(page: DrivenDocument, step: LabStep): Promise<ScriptSaw> {
  return page.evaluate((one) => {
    const lab = globalThis as unknown as { runStep: (step: LabStep) => Promise<ScriptSaw> };
    return lab.runStep(one);
  }, step);
}
