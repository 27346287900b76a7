import type { Check, CheckName, Stage } from './check.ts';
import type { Finding } from './finding.ts';

/** The checks of one request, in the order in which they were made. The first failure is the verdict's reason. */
export class Trail {
  readonly checks: Check[] = [];
  firstFailure: Check | null = null;

  /** Adds what was found. Answers whether nothing has failed yet. */
  add(findings: readonly Finding[], stage: Stage, hop: number): boolean {
    for (const finding of findings) {
      const { name, header, value, expected, anchor, reason, parameter } = finding;
      const status = this.#statusOf(finding);
      const check: Check = { name, stage, hop, status, reason, header, value, expected, parameter, anchor };
      this.checks.push(check);
      if (check.status === 'failed') this.firstFailure = check;
    }
    return this.firstFailure === null;
  }

  /** Adds checks that had nothing to look at, because the browser stopped before there was an answer. */
  addNotReached(names: readonly CheckName[], stage: Stage, hop: number): void {
    for (const name of names) {
      this.checks.push({
        name,
        stage,
        hop,
        status: 'not-reached',
        reason: null,
        header: name === 'allow-origin' ? 'access-control-allow-origin' : 'access-control-allow-credentials',
        value: null,
        expected: null,
        parameter: '',
        anchor: 'concept-cors-check',
      });
    }
  }

  #statusOf(finding: Finding): Check['status'] {
    if (finding.reason === null) return 'passed';
    return this.firstFailure === null ? 'failed' : 'would-fail';
  }
}
