import { bad, code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import type { Difference } from './difference.ts';
import { editDistance } from './edit-distance.ts';
import { hostDifference } from './host-difference.ts';
import { isLoopback } from './host-kind.ts';
import type { OriginCause } from './origin-cause.ts';
import { defaultPort, type OriginPieces, originPieces, portNumber, schemeName } from './origin-pieces.ts';
import { type Range, rangesOf } from './range.ts';

/**
 * Every way in which a value of a URL's shape differs from the expected origin, the one that matters most first. Empty where
 * its host has nothing to do with the expected one.
 */
export function urlDifferences(expected: string, found: string): Difference[] {
  const wanted = originPieces(expected);
  const broken = brokenScheme(expected, found);
  if (broken) return [broken];
  const given = originPieces(found);
  if (wanted === null || given === null) return [];
  const schemeless = given.scheme === null ? noScheme(expected, given) : [];
  if (given.scheme === null && schemeless.length === 0) return [];
  const host = sameHost(wanted, given) ? null : hostDifference(wanted, given);
  if (host === null && !sameHost(wanted, given)) return schemeless;
  if (host && unrelatedOrigins.includes(host.cause)) return [host, ...extraPieces(expected, given)];
  return [
    ...schemeless,
    ...(host === null ? [] : [host]),
    ...schemeDifference(wanted, given),
    ...portDifference(wanted, given),
    ...extraPieces(expected, given),
    ...upperCase(expected, given),
  ];
}

/** Here another origin was meant, so that its scheme and port are no mistakes. */
const unrelatedOrigins: readonly OriginCause[] = ['other-environment', 'sibling-subdomain'];

const sameHost = (wanted: OriginPieces, given: OriginPieces): boolean =>
  wanted.host.text.toLowerCase() === given.host.text.toLowerCase();

/** `http:/host`, `http:host`, `https//host`, `http:://host`, `://host`, `htps://host`. */
function brokenScheme(expected: string, found: string): Difference | null {
  const match = /^([a-z]*)(:*\/*)(?=[^:/])/i.exec(found);
  if (match === null) return null;
  const [start, name = '', marks = ''] = match;
  const known = /^https?$/i.test(name);
  const typo = !known && marks === '://' && name !== '' && isMisspeltScheme(name.toLowerCase());
  const wrongMarks = known ? marks !== '' && marks !== '://' : name === '' && marks.includes(':');
  // `http` alone, and a host with a port (`localhost:5173`), are no broken schemes.
  if (!typo && !wrongMarks) return null;
  return {
    cause: 'malformed-scheme',
    found: [[0, start.length]],
    expected: schemeRange(expected),
    text: rich`${bad(start)} is no way to begin an origin. Make the server send ${code(expected)}.`,
  };
}

function schemeRange(expected: string): Range[] {
  const scheme = originPieces(expected)?.scheme;
  return scheme ? [scheme.range] : [];
}

function isMisspeltScheme(name: string): boolean {
  return !['ws', 'wss', 'ftp', 'file', 'data', 'tcp'].includes(name) && editDistance(name, 'https', 2) <= 2;
}

function noScheme(expected: string, given: OriginPieces): Difference[] {
  const host = given.host.text;
  const looksLikeHost = /^[\w-]+(\.[\w-]+)+\.?$|^\[.*\]$/.test(host) || isLoopback(host);
  // `//host` has its host where the path would be.
  const protocolRelative = host === '' && /^\/\/[^/]/.test(given.path?.text ?? '');
  if (!looksLikeHost && !protocolRelative) return [];
  const [from] = given.host.range;
  return [
    {
      cause: 'no-scheme',
      found: protocolRelative ? [[0, 2]] : [[from, given.port?.range[1] ?? given.host.range[1]]],
      expected: schemeRange(expected),
      text: rich`An origin begins with its scheme. Make the server send ${code(expected)}.`,
    },
  ];
}

function schemeDifference(wanted: OriginPieces, given: OriginPieces): Difference[] {
  if (given.scheme === null || wanted.scheme === null || schemeName(wanted) === schemeName(given)) return [];
  const [is, was] = [wanted.scheme.text, given.scheme.text];
  return [
    {
      cause: 'scheme-differs',
      found: [given.scheme.range],
      expected: [wanted.scheme.range],
      text: /^wss?:/i.test(was)
        ? rich`${code(was)} is for WebSockets. A page's origin begins with ${code(is)}.`
        : rich`The server allows ${code(was)}, and your page was loaded over ${code(is)}. These are two origins: allow the one that your page is served from.`,
    },
  ];
}

function portDifference(wanted: OriginPieces, given: OriginPieces): Difference[] {
  const [is, was] = [wanted.port?.text ?? '', given.port?.text ?? ''];
  if (is === was) return [];
  const found: Range[] = [given.port?.range ?? given.host.range];
  const expected: Range[] = wanted.port ? [wanted.port.range] : [];
  const difference = (cause: OriginCause, text: RichText): Difference[] => [{ cause, found, expected, text }];
  if (was === '') {
    return difference(
      'port-missing',
      rich`The port is missing. Your page is on port ${code(portNumber(wanted))}, and the port is part of the origin: add ${code(is)}.`,
    );
  }
  if (is === '' && (was === ':' || was.slice(1) === defaultPort(schemeName(given)))) {
    return difference(
      'explicit-default-port',
      rich`Browsers leave out the default port, and compare the value byte by byte. Remove ${bad(was)}.`,
    );
  }
  return difference(
    'port-differs',
    rich`The port differs: the server allows port ${bad(was.slice(1))}, and your page is on port ${code(portNumber(wanted))}. Allow the port of your page.`,
  );
}

function extraPieces(expected: string, given: OriginPieces): Difference[] {
  const extra = (piece: keyof OriginPieces, cause: OriginCause, text: RichText): Difference[] => {
    const at = given[piece]?.range;
    return at ? [{ cause, found: [at], expected: [], text }] : [];
  };
  const path = given.path?.text === '/' ? 'trailing-slash' : 'path';
  return [
    ...extra(
      'userinfo',
      'userinfo',
      rich`An origin has no user name and no password. Remove them, and change the password: everybody could read it.`,
    ),
    ...extra(
      'path',
      path,
      path === 'trailing-slash'
        ? rich`An origin has no slash at its end. Remove the ${bad('/')}.`
        : rich`An origin has no path. Remove everything behind ${code(expected)}.`,
    ),
    ...extra('query', 'query', rich`An origin has no query. Remove everything from the ${bad('?')} on.`),
    ...extra('fragment', 'fragment', rich`An origin has no fragment. Remove everything from the ${bad('#')} on.`),
  ];
}

function upperCase(expected: string, given: OriginPieces): Difference[] {
  const found = [given.scheme, given.host].flatMap((piece) =>
    piece === null
      ? []
      : rangesOf(piece.text, /\p{Lu}+/gu).map(([from, to]): Range => [piece.range[0] + from, piece.range[0] + to]),
  );
  if (found.length === 0) return [];
  return [
    {
      cause: 'upper-case',
      found,
      expected: found.filter(([, to]) => to <= expected.length),
      text: rich`Browsers send origins in lower case, and compare byte by byte. Make the server send ${code(expected)}.`,
    },
  ];
}
