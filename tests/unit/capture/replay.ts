import { readFileSync } from 'node:fs';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { fromFirefox } from '../../../src/capture/firefox-events.ts';
import type { Ending, Exchange, Hop } from '../../../src/exchange/exchange.ts';
import type { RequestObservation } from '../../../src/exchange/observation.ts';
import type { RecordedEvent } from './record-events.ts';

export type Recorded = 'chromium' | 'firefox';

const recordings = { chromium: read('chromium'), firefox: read('firefox') };
const translate = { chromium: fromChromium, firefox: fromFirefox };

function read(engine: Recorded): Record<string, readonly RecordedEvent[]> {
  const file = new URL(`recorded/${engine}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).scenarios;
}

export const scenarioNames = Object.keys(recordings.chromium);

/** The events of a scenario, as that browser gave them. */
export function recordedEvents(engine: Recorded, scenario: string): readonly RecordedEvent[] {
  const events = recordings[engine][scenario];
  if (events === undefined) throw new Error(`nothing recorded of "${scenario}"`);
  return events;
}

/** The same, translated. */
export function recordedObservations(engine: Recorded, scenario: string): RequestObservation[] {
  return recordedEvents(engine, scenario).flatMap(([name, details]) => translate[engine](name, details));
}

/** An exchange in a line: "PUT 4411/allow (OPTIONS 200 completed) sent 200, completed". */
export function inWords({ hops, ending }: Exchange): string {
  return `${hops.map(hopInWords).join(' > ')}, ${endingInWords(ending)}`;
}

function hopInWords({ method, url, preflight, sentAt, response }: Hop): string {
  const place = url.replace('http://localhost:', '').replace(/\?.*/, '');
  const asked = preflight
    ? ` (OPTIONS ${preflight.response?.status ?? 'unanswered'} ${endingInWords(preflight.ending)})`
    : '';
  return `${method} ${place}${asked} ${sentAt === null ? 'not sent' : 'sent'} ${response?.status ?? 'unanswered'}`;
}

function endingInWords(ending: Ending): string {
  return ending.kind === 'failed' ? ending.error : ending.kind;
}
