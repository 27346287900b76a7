/** What a step of the sequence is about; also its name in the document. */
export type StepName =
  | 'preflight'
  | 'preflight-answer'
  | 'cached-preflight'
  | 'request'
  | 'answer'
  | 'redirect'
  | 'fault'
  | 'outcome'
  | 'waiting';

/** One thing that happened between two parties: the page, a server, or what stands between them. */
export interface Step {
  readonly name: StepName;
  /** Index of the party it starts at: 0 is the page. */
  readonly from: number;
  /** Index of the party it goes to; the same for what happens at one party, which is words without a line. */
  readonly to: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad' | 'good' | 'quiet';
  /** Whether it got there. What did not is drawn as a dashed stub. */
  readonly arrives: boolean;
}

/** What happened, before anything is measured: the parties in the order in which they appear, and the steps in time. */
export interface Sequence {
  /** The page's origin first, then each server's. */
  readonly parties: readonly string[];
  readonly steps: readonly Step[];
}
