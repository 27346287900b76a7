import type { HeaderLine } from '../cors/header-list.ts';
import type { Ending, Initiator, Milliseconds, ResourceType, Source } from './exchange.ts';
import { type Fields, fieldsOf } from './har-value.ts';

/**
 * What an archive of our own says of an entry beyond the format, in its field `_corsLens`: enough to have the very same
 * exchange again.
 */
export interface OwnFacts {
  /** The exchange's id, and which of its hops the entry is part of. */
  readonly exchange: string;
  readonly hop: number;
  readonly part: 'preflight' | 'request';
  readonly type: ResourceType;
  readonly initiator: Initiator;
  readonly startedAt: Milliseconds;
  readonly ending: Ending;
  /** How the preflight ended, in its entry; else null. */
  readonly preflightEnding: Ending | null;
  readonly hopStartedAt: Milliseconds;
  readonly sentAt: Milliseconds | null;
  /** Whether the request's headers are known, and whether there is an answer. */
  readonly hasHeaders: boolean;
  readonly hasAnswer: boolean;
  readonly answeredAt: Milliseconds;
  readonly redirectedTo: string | null;
  readonly effectiveHeaders: readonly HeaderLine[] | null;
  readonly networkError: string | null;
  readonly timingStatus: number | null;
  /** Which of the browser's sources told of the exchange. */
  readonly sources: readonly Source[];
}

/** The facts, if they are all of the right kind; else null, and the entry is read like anybody's. */
export function ownFacts(value: unknown): OwnFacts | null {
  const facts = fieldsOf(value);
  if (facts === null || !Object.entries(kinds).every(([name, isKind]) => isKind(facts[name]))) return null;
  return facts as unknown as OwnFacts;
}

const sources: readonly Source[] = ['web-request', 'devtools-network', 'har'];

type IsKind = (value: unknown) => boolean;

const isText: IsKind = (value) => typeof value === 'string';
const isNumber: IsKind = (value) => typeof value === 'number' && Number.isFinite(value);
const isFlag: IsKind = (value) => typeof value === 'boolean';
const orNull =
  (isKind: IsKind): IsKind =>
  (value) =>
    value === null || isKind(value);

const isEnding: IsKind = (value) => {
  const ending: Fields = fieldsOf(value) ?? {};
  if (ending.kind === 'pending') return true;
  const kind = ['completed', 'answered', 'failed', 'lost'].find((name) => name === ending.kind);
  return kind !== undefined && isNumber(ending.at) && (kind !== 'failed' || isText(ending.error));
};

const isInitiator: IsKind = (value) => {
  const initiator: Fields = fieldsOf(value) ?? {};
  return orNull(isText)(initiator.origin) && orNull(isText)(initiator.url);
};

const isHeaderLine: IsKind = (value) => Array.isArray(value) && value.length === 2 && value.every(isText);

const kinds: Readonly<Record<keyof OwnFacts, IsKind>> = {
  exchange: isText,
  hop: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100,
  part: (value) => value === 'preflight' || value === 'request',
  type: isText,
  initiator: isInitiator,
  startedAt: isNumber,
  ending: isEnding,
  preflightEnding: orNull(isEnding),
  hopStartedAt: isNumber,
  sentAt: orNull(isNumber),
  hasHeaders: isFlag,
  hasAnswer: isFlag,
  answeredAt: isNumber,
  redirectedTo: orNull(isText),
  effectiveHeaders: orNull((value) => Array.isArray(value) && value.every(isHeaderLine)),
  networkError: orNull(isText),
  timingStatus: orNull(isNumber),
  sources: (value) => Array.isArray(value) && value.every((each) => sources.some((source) => source === each)),
};
