/** What the page's script saw of a request: all that a page is ever told. */
export interface ScriptSaw {
  /** `refused` is all there is to see of a failure: the engine's own words tell `blocked` from `network-error`. */
  readonly outcome: 'allowed' | 'refused' | 'opaque' | 'opaqueredirect' | 'sent' | 'invalid-request';
  readonly err?: string;
  readonly status?: number;
  readonly type?: string;
  readonly readable?: boolean;
  readonly exposedHeaders?: readonly string[];
}

export interface CaseRun {
  readonly first: ScriptSaw;
  readonly second: ScriptSaw | null;
}
