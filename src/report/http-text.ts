import type { HeaderLine } from '../cors/header-list.ts';
import type { Hop, ObservedResponse } from '../exchange/exchange.ts';
import { maskHeaderValue, maskUrl } from './mask.ts';

/** The headers that matter to CORS, and those that tell servers and caches apart. The rest would only be in the way. */
const ofInterest =
  /^(?:origin|access-control-.*|cookie|authorization|content-type|vary|location|server|via|x-powered-by|cache-control|age|x-cache|cf-cache-status|set-cookie|www-authenticate|allow|cross-origin-.*|timing-allow-origin)$/;

/** One message as it looked on the wire, with secrets masked: request or status line, then the headers that matter. */
function messageText(startLine: string, headers: readonly HeaderLine[], also: (name: string) => boolean): string {
  const shown = headers.filter(([name]) => ofInterest.test(name.toLowerCase()) || also(name.toLowerCase()));
  const left = headers.length - shown.length;
  return [
    startLine,
    ...shown.map(([name, value]) => `${oneLine(name)}: ${oneLine(maskHeaderValue(name, value))}`),
    ...(left > 0 ? [`(${left} more ${left === 1 ? 'header' : 'headers'})`] : []),
  ].join('\n');
}

function requestText(
  method: string,
  url: string,
  headers: readonly HeaderLine[],
  also: (name: string) => boolean,
): string {
  const { host, target } = addressOf(url);
  return messageText(
    `${oneLine(method)} ${target} HTTP/1.1\nHost: ${host}`,
    headers.filter(([name]) => name.toLowerCase() !== 'host'),
    also,
  );
}

function addressOf(url: string): { host: string; target: string } {
  if (!URL.canParse(url)) return { host: '', target: oneLine(maskUrl(url)) };
  const { host, pathname, search } = new URL(url);
  return { host, target: maskUrl(`${pathname}${search}`) };
}

function responseText(response: ObservedResponse): string {
  return messageText(
    `HTTP/1.1 ${response.status} ${oneLine(response.statusText)}`.trimEnd(),
    response.headers,
    () => false,
  );
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** What was asked and answered for one hop, message by message, with a sentence where nothing was seen. */
export interface HopText {
  readonly title: string;
  /** Null where there is nothing to show but the title. */
  readonly text: string | null;
}

/** @param asked names, in lower case, that the preflight asks for */
export function hopTexts(hop: Hop, asked: readonly string[]): HopText[] {
  const texts: HopText[] = [];
  const isAsked = (name: string) => asked.includes(name);
  const { preflight } = hop;
  if (preflight !== null) {
    texts.push({ title: 'The preflight', text: requestText('OPTIONS', hop.url, preflight.requestHeaders, isAsked) });
    texts.push(
      preflight.response === null
        ? { title: 'No answer to the preflight was seen.', text: null }
        : { title: 'The answer to the preflight', text: responseText(preflight.response) },
    );
  }
  const neverSent = preflight !== null && hop.response === null && hop.sentAt === null;
  if (neverSent) {
    texts.push({ title: `The ${oneLine(hop.method)} request itself was never sent.`, text: null });
    return texts;
  }
  const request = requestText(hop.method, hop.url, hop.requestHeaders ?? [], isAsked);
  if (hop.response === null && hop.sentAt === null)
    return [{ title: 'The request, which was not sent', text: request }];
  texts.push({ title: 'The request', text: request });
  texts.push(
    hop.response === null
      ? { title: 'No answer was seen.', text: null }
      : { title: 'The answer', text: responseText(hop.response) },
  );
  return texts;
}
