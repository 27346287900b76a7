import type { HeaderLine } from '../cors/header-list.ts';
import type { Initiator } from '../exchange/exchange.ts';
import type { RequestSighting } from '../exchange/observation.ts';
import type { EventDetails, EventHeader } from './request-event.ts';

/** What every event tells; the browsers differ in how they tell who asked. */
export function sightingOf(details: EventDetails, initiator: Initiator): RequestSighting {
  const { requestId, tabId, frameId, documentId = null, url, method, type, timeStamp: at } = details;
  return { requestId, tabId, frameId, documentId, url, method, type, initiator, at };
}

/** Header lines in their order; bytes that are no UTF-8 become one character each, as the Fetch standard decodes them. */
export function headerLines(headers: readonly EventHeader[] | undefined): HeaderLine[] {
  return (headers ?? []).map(({ name, value, binaryValue }) => [
    name,
    value ?? String.fromCharCode(...(binaryValue ?? [])),
  ]);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The same of an event of Firefox, which gives each byte as a character: Chromium, and Firefox's own messages, read UTF-8. */
export function headerLinesOfBytes(headers: readonly EventHeader[] | undefined): HeaderLine[] {
  return headerLines(headers).map(([name, value]) => [name, fromUtf8(value)]);
}

function fromUtf8(bytes: string): string {
  if (!/[\u0080-\u00FF]/.test(bytes) || /[\u0100-\uFFFF]/.test(bytes)) return bytes;
  try {
    return strictUtf8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return bytes; // some other encoding
  }
}

/** The status and its text; 0 and empty where the browser does not tell. */
export function statusOf({ statusCode, statusLine }: EventDetails): { status: number; statusText: string } {
  return { status: statusCode ?? 0, statusText: /^\S+ \d+ (.*)$/.exec(statusLine ?? '')?.[1] ?? '' };
}
