import type { HeaderLine } from '../cors/header-list.ts';
import type { ResourceType } from './exchange.ts';
import { firstValue } from './first-value.ts';

/** Chromium's words in an archive, in webRequest's words. */
const byResourceType = words({
  fetch: 'xmlhttprequest',
  xhr: 'xmlhttprequest',
  preflight: 'xmlhttprequest',
  document: 'main_frame',
  'csp-violation-report': 'csp_report',
});

/** The destinations of the Fetch standard, in webRequest's words. */
const byDestination = words({
  empty: 'xmlhttprequest',
  document: 'main_frame',
  iframe: 'sub_frame',
  frame: 'sub_frame',
  style: 'stylesheet',
  audio: 'media',
  video: 'media',
  track: 'media',
  embed: 'object',
  worker: 'script',
  sharedworker: 'script',
  serviceworker: 'script',
  report: 'csp_report',
  manifest: 'web_manifest',
});

/** The type of a request in webRequest's words: as the writer says, else as the request's own headers tell. */
export function resourceTypeOf(told: string, url: string, requestHeaders: readonly HeaderLine[]): ResourceType {
  if (told !== '' && told !== 'other') return byResourceType.get(told) ?? told;
  if (/^wss?:/i.test(url)) return 'websocket';
  const destination = firstValue(requestHeaders, 'sec-fetch-dest') ?? '';
  if (destination !== '') return byDestination.get(destination) ?? destination;
  // What a browser sends with a navigation, and with nothing else.
  return firstValue(requestHeaders, 'upgrade-insecure-requests') === '1' ? 'main_frame' : 'other';
}

/** A map: an archive may call a type `constructor`. */
function words(table: Readonly<Record<string, ResourceType>>): ReadonlyMap<string, ResourceType> {
  return new Map(Object.entries(table));
}
