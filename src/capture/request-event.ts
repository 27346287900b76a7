/** The events of webRequest that capture listens to. */
export type EventName =
  | 'onBeforeRequest'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onCompleted'
  | 'onErrorOccurred';

/** A header as webRequest gives it. `binaryValue` stands in where the value is not valid UTF-8. */
export interface EventHeader {
  readonly name: string;
  readonly value?: string | undefined;
  readonly binaryValue?: readonly number[] | undefined;
}

/** What an event tells: the union of both browsers' fields, each of them absent in some event. */
export interface EventDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly timeStamp: number;
  /** Chromium: an origin, `"null"` for an opaque one; absent where the browser itself asked. */
  readonly initiator?: string | undefined;
  /** Chromium; newer Firefox, for what is no worker's. */
  readonly documentId?: string | undefined;
  /** Firefox: the URL of what made the request; absent where its origin is opaque. */
  readonly originUrl?: string | undefined;
  /** Firefox. */
  readonly documentUrl?: string | undefined;
  readonly requestHeaders?: readonly EventHeader[] | undefined;
  readonly responseHeaders?: readonly EventHeader[] | undefined;
  readonly statusCode?: number | undefined;
  /** `HTTP/1.1 404 Not Found`. */
  readonly statusLine?: string | undefined;
  readonly redirectUrl?: string | undefined;
  readonly fromCache?: boolean | undefined;
  readonly error?: string | undefined;
}
