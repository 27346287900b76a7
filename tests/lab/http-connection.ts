import type { Socket } from 'node:net';

/** One request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly host: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  header(name: string): string | null;
}

/** Bytes to send; `end` closes the connection after them, null closes it at once. */
export type WireAnswer = { readonly bytes: Buffer; readonly end: boolean } | null;

/**
 * Serves HTTP/1.1 on one connection, request after request. Node's own server will not do: it refuses methods
 * such as `patch` in lower case, and header lines with odd spaces, which are what some cases are about.
 */
export function serveConnection(socket: Socket, answer: (request: WireRequest) => Promise<WireAnswer>): void {
  let pending: Buffer = Buffer.alloc(0);
  let busy = false;
  socket.on('error', () => socket.destroy()); // the browser may leave at any time
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    void next();
  });

  async function next(): Promise<void> {
    if (busy) return;
    const taken = takeRequest(pending);
    if (taken === null) return;
    pending = taken.rest;
    busy = true;
    const reply = await answer(taken.request);
    busy = false;
    if (reply === null) {
      socket.destroy();
      return;
    }
    socket.write(reply.bytes);
    if (reply.end) socket.end();
    else await next();
  }
}

/** The first whole request of the bytes; null while it is not all there. */
function takeRequest(bytes: Buffer): { request: WireRequest; rest: Buffer } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [start = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const [method = '', target = ''] = start.split(' ');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const header = (name: string) => headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? null;
  const bodyStart = headEnd + 4;
  const bodyEnd = endOfBody(bytes, bodyStart, header);
  if (bodyEnd === null) return null;
  return { request: { method, target, host: header('host') ?? '', headers, header }, rest: bytes.subarray(bodyEnd) };
}

function endOfBody(bytes: Buffer, start: number, header: (name: string) => string | null): number | null {
  if (header('transfer-encoding') === 'chunked') {
    const last = bytes.indexOf('0\r\n\r\n', start);
    return last < 0 ? null : last + 5;
  }
  const end = start + Number(header('content-length') ?? 0);
  return bytes.length < end ? null : end;
}
