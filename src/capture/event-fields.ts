import type { HeaderLine } from '../cors/header-list.ts';
import type { EventDetails, EventHeader } from './request-event.ts';

/** Header lines in their order; bytes that are no UTF-8 become one character each, as the Fetch standard decodes them. */
export function headerLines(headers: readonly EventHeader[] | undefined): HeaderLine[] {
  return (headers ?? []).map(({ name, value, binaryValue }) => [
    name,
    value ?? String.fromCharCode(...(binaryValue ?? [])),
  ]);
}

/** The status and its text; 0 and empty where the browser does not tell. */
export function statusOf({ statusCode, statusLine }: EventDetails): { status: number; statusText: string } {
  return { status: statusCode ?? 0, statusText: /^\S+ \d+ (.*)$/.exec(statusLine ?? '')?.[1] ?? '' };
}
