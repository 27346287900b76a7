import { readFileSync } from 'node:fs';
import { fromChromium } from '../../../../src/capture/chromium-events.ts';
import type { Exchange } from '../../../../src/exchange/exchange.ts';
import type { RequestObservation } from '../../../../src/exchange/observation.ts';
import { type RecordedRequest, readRecordedRequest } from '../../../../src/exchange/recorded/recorded-request.ts';
import { judge } from '../../../../src/judge/judge.ts';
import type { RecordedRun } from './record.ts';

const recording: { page: string; runs: Record<string, RecordedRun> } = JSON.parse(
  readFileSync(new URL('chromium.json', import.meta.url), 'utf8'),
);

/** The page that made the requests. */
export const pageUrl = recording.page;

/** What Chromium told of one scenario, by both ways. */
export interface Run {
  readonly name: string;
  readonly events: RecordedRun['events'];
  readonly observations: readonly RequestObservation[];
  readonly records: readonly RecordedRequest[];
}

export const runs: readonly Run[] = Object.entries(recording.runs).map(([name, { events, entries }]) => ({
  name,
  events,
  observations: events.flatMap(([event, details]) => fromChromium(event, details)),
  records: entries.map((entry) => readRecordedRequest(entry)).filter((record) => record !== null),
}));

/** When everything has been told. */
export function endOf({ observations, records }: Run): number {
  return Math.max(...observations.map(({ at }) => at), ...records.map(({ endedAt }) => endedAt)) + 10_000;
}

/** What matters of an exchange, in a line. */
export function inWords(exchange: Exchange): string {
  const { outcome, reason, notCors, preflight } = judge(exchange, 'chromium');
  const hops = exchange.hops.map(({ method, url, response }) => `${method} ${url} ${response?.status ?? 'unanswered'}`);
  return `${hops.join(' > ')}: ${outcome} ${reason ?? notCors ?? ''}, preflight ${preflight}, ${exchange.initiator.origin}`;
}

export const isOver = ({ ending, hops }: Exchange) =>
  ending.kind !== 'pending' && (ending.kind !== 'lost' || hops.at(-1)?.redirectedTo?.startsWith('http') === false);
