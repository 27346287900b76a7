import type { Range } from './range.ts';

/** One piece of a value that was meant to be an origin, and where it stands. */
export interface Piece {
  readonly text: string;
  readonly range: Range;
}

/** A value cut where the pieces of a URL would be, without judging any of them. */
export interface OriginPieces {
  /** With `://`; null where there is none. */
  readonly scheme: Piece | null;
  /** With `@`. */
  readonly userinfo: Piece | null;
  readonly host: Piece;
  /** With `:`. */
  readonly port: Piece | null;
  /** With `/`. */
  readonly path: Piece | null;
  /** With `?`. */
  readonly query: Piece | null;
  /** With `#`. */
  readonly fragment: Piece | null;
}

const shape = /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#@]*@)?(\[[^\]/?#]*\]|[^:/?#[\]]*)(:\d*)?(\/[^?#]*)?(\?[^#]*)?(#.*)?$/is;

/** Cuts a value into the pieces of a URL; null where it does not have the shape of one. */
export function originPieces(value: string): OriginPieces | null {
  const match = shape.exec(value);
  if (match === null) return null;
  let start = 0;
  const pieces = match.slice(1).map((text: string | undefined): Piece | null => {
    if (text === undefined) return null;
    const piece: Piece = { text, range: [start, start + text.length] };
    start += text.length;
    return piece;
  });
  const [scheme = null, userinfo = null, host = null, port = null, path = null, query = null, fragment = null] = pieces;
  return { scheme, userinfo, host: host ?? { text: '', range: [start, start] }, port, path, query, fragment };
}

/** Scheme, host and port as they stand in the value. */
export function originPart({ scheme, host, port }: OriginPieces): string {
  return `${scheme?.text ?? ''}${host.text}${port?.text ?? ''}`;
}

/** Default ports of the schemes that a page may speak. */
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443' };

/** `https` of `HTTPS://`. */
export function schemeName(pieces: OriginPieces): string {
  return (pieces.scheme?.text ?? '').toLowerCase().replace('://', '');
}

/** The port in digits, the scheme's default where none is named; empty where neither is known. */
export function portNumber(pieces: OriginPieces): string {
  return pieces.port?.text.slice(1) || defaultPort(schemeName(pieces));
}

/** Of `https` or `https:`; empty where the scheme has none. */
export function defaultPort(scheme: string): string {
  const name = scheme.replace(/:$/, '');
  return Object.hasOwn(defaultPorts, name) ? (defaultPorts[name] ?? '') : '';
}
