import type { HeaderLine } from '../../src/cors/header-list.ts';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from '../../src/cors/methods.ts';
import { includesCredentials, parseUrl } from '../../src/cors/origin.ts';
import { type CorsRequest, plainRequest } from '../../src/cors/request.ts';
import { isSafelistedContentType } from '../../src/cors/safelisted-value.ts';
import { isToken } from '../../src/cors/token.ts';
import type { TruthBody, TruthCase, TruthInitiator, TruthOrigins, TruthRequest } from './truth-case.ts';

/** The origin of whoever makes the request. */
export function originOfInitiator(initiator: TruthInitiator, origins: TruthOrigins): string {
  switch (initiator) {
    case 'page':
    case 'iframe':
    case 'srcdoc-iframe':
    case 'worker':
    case 'blob-worker':
      return origins.PAGE;
    case 'port80-iframe':
      return origins.PAGE80;
    case 'sandbox':
    case 'data-iframe':
      return 'null';
  }
}

/** The request that a case's API makes; null where the API itself throws. */
export function caseToRequest(truthCase: TruthCase, origins: TruthOrigins): CorsRequest | null {
  const { api, request, initiator } = truthCase;
  const origin = originOfInitiator(initiator, origins);
  const hasOwnClientHints = origin === origins.PAGE && !['worker', 'blob-worker'].includes(initiator);
  const precursorOrigin = origin === 'null' ? origins.PAGE : null;
  const base = { ...plainRequest, url: request.url, origin, precursorOrigin, hasOwnClientHints };
  switch (api) {
    case 'fetch':
      return isInvalidFetch(request) ? null : { ...base, ...fetchFields(request) };
    case 'xhr':
      return isInvalidXhr(request) ? null : { ...base, api: 'xhr', ...xhrFields(request) };
    case 'beacon':
      return { ...base, ...beaconFields(request) };
    case 'eventsource':
      return { ...base, credentials: request.withCredentials === true ? 'include' : 'same-origin' };
    case 'module':
    case 'import':
      return { ...base, credentials: request.crossorigin === 'use-credentials' ? 'include' : 'same-origin' };
    case 'font':
      return { ...base, api: 'font' };
    case 'img':
    case 'script':
    case 'stylesheet':
      return { ...base, ...elementFields(request) };
  }
}

function isInvalidFetch({ url, method = 'GET', mode = 'cors', headers, body }: TruthRequest): boolean {
  const parsed = parseUrl(url);
  if (parsed === null || includesCredentials(parsed)) return true;
  if (!isToken(method) || isForbiddenMethod(method)) return true;
  if (!(headers ?? []).every(isHeader)) return true;
  if (mode === 'no-cors' && !isSafelistedMethod(normalizeMethod(method))) return true;
  return body !== undefined && hasNoBody(method);
}

function isInvalidXhr({ url, method = 'GET', headers = [] }: TruthRequest): boolean {
  return parseUrl(url) === null || !isToken(method) || isForbiddenMethod(method) || !headers.every(isHeader);
}

/** Whether script may put it so: any other name or value throws. */
function isHeader([name, value]: HeaderLine): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes that no header has
  return isToken(name) && !/[\u0000\n\r]|[^\u0000-\u00ff]/.test(value.trim());
}

/** `fetch` throws for a body here; XHR drops it. */
function hasNoBody(method: string): boolean {
  return ['GET', 'HEAD'].includes(normalizeMethod(method));
}

function fetchFields(request: TruthRequest): Partial<CorsRequest> {
  const mode = request.mode ?? 'cors';
  const headers = withContentType(request.headers ?? [], request.body);
  return {
    method: request.method ?? 'GET',
    mode,
    headers: mode === 'no-cors' ? [] : headers,
    credentials: request.credentials ?? 'same-origin',
    redirect: request.redirect ?? 'follow',
    body: bodyOf(request.body),
  };
}

function xhrFields(request: TruthRequest): Partial<CorsRequest> {
  const method = request.method ?? 'GET';
  const body = hasNoBody(method) ? undefined : request.body;
  return {
    method,
    headers: withContentType(combined(request.headers ?? []), body),
    credentials: request.withCredentials === true ? 'include' : 'same-origin',
    body: bodyOf(body),
    uploadListener: request.upload === true,
    isSync: request.sync === true,
    contentTypeFromBody: body !== undefined && !(request.headers ?? []).some(isContentType),
  };
}

/** A beacon is credentialed always, and a CORS request only when its body's type would need one. */
function beaconFields({ body }: TruthRequest): Partial<CorsRequest> {
  const type = contentTypeOf(body);
  const isSimple = type === null || isSafelistedContentType(type);
  return {
    method: 'POST',
    credentials: 'include',
    mode: isSimple ? 'no-cors' : 'cors',
    headers: isSimple ? [] : [['Content-Type', type]],
    body: bodyOf(body),
    contentTypeFromBody: true,
  };
}

function elementFields({ crossorigin }: TruthRequest): Partial<CorsRequest> {
  if (crossorigin === undefined) return { mode: 'no-cors', credentials: 'include' };
  return { credentials: crossorigin === 'use-credentials' ? 'include' : 'same-origin' };
}

function bodyOf(body: TruthBody | undefined): CorsRequest['body'] {
  if (body === undefined) return 'none';
  return body.kind === 'stream' ? 'stream' : 'present';
}

/** `setRequestHeader` combines what is set twice; `Headers` keeps the lines. */
function combined(lines: readonly HeaderLine[]): HeaderLine[] {
  const byName = new Map<string, HeaderLine>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const earlier = byName.get(key);
    byName.set(key, earlier === undefined ? [name, value] : [earlier[0], `${earlier[1]}, ${value}`]);
  }
  return [...byName.values()];
}

function withContentType(lines: readonly HeaderLine[], body: TruthBody | undefined): readonly HeaderLine[] {
  const type = contentTypeOf(body);
  const isSet = lines.some(isContentType);
  return type === null || isSet ? lines : [...lines, ['Content-Type', type]];
}

/** @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract */
function contentTypeOf(body: TruthBody | undefined): string | null {
  switch (body?.kind) {
    case 'text':
      return 'text/plain;charset=UTF-8';
    case 'urlencoded':
      return 'application/x-www-form-urlencoded;charset=UTF-8';
    case 'formdata':
      return 'multipart/form-data; boundary=x';
    case 'blob':
      // https://w3c.github.io/FileAPI/#constructorBlob: anything but printable ASCII leaves a blob without a type.
      return body.type === undefined || /^$|[^ -~]/.test(body.type) ? null : body.type.toLowerCase();
    case 'buffer':
    case 'stream':
    case undefined:
      return null;
  }
}

function isContentType([name]: HeaderLine): boolean {
  return name.toLowerCase() === 'content-type';
}
