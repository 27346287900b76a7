import type { TruthApi, TruthCase, TruthInitiator, TruthRequest } from '../truth/truth-case.ts';

/** One request of a case: most cases have one, those about the preflight cache have two. */
export interface LabStep {
  readonly caseId: string;
  readonly initiator: TruthInitiator;
  readonly api: TruthApi;
  readonly request: TruthRequest;
  /** Milliseconds between the end of the step before and this one: what is in a cache may have to grow old. */
  readonly wait: number;
}

export function stepsOf({ id, initiator, api, request, then }: TruthCase): LabStep[] {
  const first: LabStep = { caseId: id, initiator, api, request, wait: 0 };
  if (!then) return [first];
  const { wait = 0, ...changes } = then;
  return [first, { ...first, request: { ...request, ...changes }, wait }];
}
