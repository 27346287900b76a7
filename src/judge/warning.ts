/** What will hurt later although the request passed. A closed set: `explain` has the words, `fix` the cure. */
export const warningNames = [
  'missing-vary-origin',
  'wildcard-covers-authorization',
  'null-origin-allowed',
  'credentials-allowed-without-need',
  'preflight-repeated',
  'max-age-above-cap',
  'headers-not-exposed',
  'blocked-elsewhere',
] as const;

export type WarningName = (typeof warningNames)[number];

export interface Warning {
  readonly name: WarningName;
  /** What it is about: header names, an engine's name, a number of seconds. */
  readonly parameter: string;
}
