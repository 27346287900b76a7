import { bad, code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { asciiHost, look } from './confusable.ts';
import type { Difference } from './difference.ts';
import { editDistance } from './edit-distance.ts';
import { environmentWords, isDevelopmentHost, isLoopback, sharedDomain, withoutEnvironment } from './host-kind.ts';
import type { OriginCause } from './origin-cause.ts';
import { type OriginPieces, originPart, type Piece } from './origin-pieces.ts';
import { unicodeHost } from './punycode.ts';
import type { Range } from './range.ts';

/** The most likely reason why two different host names were taken for one; null where they look unrelated. */
export function hostDifference(expected: OriginPieces, found: OriginPieces): Difference | null {
  const hosts: Hosts = {
    wanted: expected.host.text.toLowerCase(),
    given: found.host.text.toLowerCase(),
    wantedOrigin: originPart(expected),
    givenOrigin: originPart(found),
  };
  if (hosts.given === '') return null;
  const row = rows.find(({ applies }) => applies(hosts));
  if (row === undefined) return null;
  const middle = differingMiddle(expected.host, found.host);
  const [inExpected, inFound] = row.marksLabels
    ? [wholeLabels(expected.host, middle[0]), wholeLabels(found.host, middle[1])]
    : middle;
  return { cause: row.cause, found: notEmpty(inFound), expected: notEmpty(inExpected), text: row.text(hosts) };
}

interface Hosts {
  readonly wanted: string;
  readonly given: string;
  readonly wantedOrigin: string;
  readonly givenOrigin: string;
}

interface Row {
  readonly cause: OriginCause;
  readonly applies: (hosts: Hosts) => boolean;
  readonly text: (hosts: Hosts) => RichText;
  /** Whether whole labels are to be marked, where single letters would mean nothing. */
  readonly marksLabels?: true;
}

const withoutWww = (host: string): string => host.replace(/^www\./, '');
const withoutDot = (host: string): string => host.replace(/\.$/, '');

const rows: readonly Row[] = [
  {
    cause: 'loopback-name',
    applies: ({ wanted, given }) => isLoopback(wanted) && /^(0\.0\.0\.0|\[::\])$/.test(given),
    text: ({ wanted, given }) =>
      rich`${code(given)} is an address to listen on, not one that a page is opened at. Let the server allow ${code(wanted)}.`,
  },
  {
    cause: 'www',
    applies: ({ wanted, given }) => withoutWww(wanted) === withoutWww(given),
    text: ({ wanted, given }) =>
      rich`With and without ${code('www.')} are two origins. The server allows ${code(given)}, and your page is on ${code(wanted)}. Allow both, or redirect your pages to one of them.`,
  },
  {
    cause: 'trailing-dot',
    applies: ({ wanted, given }) => withoutDot(wanted) === withoutDot(given),
    text: ({ wantedOrigin }) =>
      rich`A dot at the end of the host makes it another host to the browser. Make the server send ${code(wantedOrigin)}.`,
  },
  {
    cause: 'unicode-host',
    applies: ({ wanted, given }) => asciiHost(given) === wanted,
    text: ({ wantedOrigin }) =>
      rich`In an origin the host name stands in its ASCII form. Make the server send ${code(wantedOrigin)}.`,
  },
  {
    cause: 'loopback-name',
    applies: ({ wanted, given }) => isLoopback(wanted) && isLoopback(given) && sharedDomain(wanted, given) === null,
    text: ({ wanted, given }) =>
      rich`${code(wanted)} and ${code(given)} are the same machine, but two hosts to the browser. Open your page at ${code(given)}, or let the server allow ${code(wanted)}.`,
  },
  {
    cause: 'look-alike-letters',
    applies: ({ wanted, given }) => look(unicodeHost(wanted)) === look(unicodeHost(given)),
    text: ({ wanted, given }) =>
      rich`Some characters of ${bad(given)} only look like those of ${code(wanted)}. Type the host name anew in the server's configuration.`,
  },
  {
    cause: 'other-environment',
    applies: ({ wanted, given }) => isDevelopmentHost(wanted) && !isDevelopmentHost(given),
    text: ({ wantedOrigin, givenOrigin }) =>
      rich`The server allows the deployed site ${code(givenOrigin)}. Your page runs on the development host ${code(wantedOrigin)}. Let the server allow that one too, on development servers only.`,
  },
  {
    cause: 'other-environment',
    applies: ({ wanted, given }) => !isDevelopmentHost(wanted) && isDevelopmentHost(given),
    text: ({ wantedOrigin, givenOrigin }) =>
      rich`The server allows the development host ${code(givenOrigin)}, and your page is on ${code(wantedOrigin)}. Check the setting of this environment.`,
  },
  {
    cause: 'other-environment',
    applies: ({ wanted, given }) =>
      environmentWords(wanted).join() !== environmentWords(given).join() &&
      withoutEnvironment(wanted) === withoutEnvironment(given),
    text: ({ wantedOrigin, givenOrigin }) =>
      rich`The value looks like another environment: the server allows ${code(givenOrigin)}, and your page is on ${code(wantedOrigin)}. Check the setting of this environment.`,
    marksLabels: true,
  },
  {
    cause: 'misspelt-host',
    applies: ({ wanted, given }) =>
      wanted.length > 6 && !/^[\d.]+$|^\[/.test(wanted) && editDistance(wanted, given, 2) <= 2,
    text: ({ wanted, given }) =>
      rich`${bad(given)} is nearly ${code(wanted)}. Check the spelling in the server's configuration.`,
    marksLabels: true,
  },
  {
    cause: 'sibling-subdomain',
    applies: ({ wanted, given }) => sharedDomain(wanted, given) !== null,
    text: ({ wanted, given, wantedOrigin, givenOrigin }) =>
      rich`Both hosts end in ${code(sharedDomain(wanted, given) ?? '')}, but each host is an origin of its own. The server allows ${code(givenOrigin)}, and your page is on ${code(wantedOrigin)}: let the server allow that one too.`,
    marksLabels: true,
  },
];

/** Where two texts differ, once what they begin and end with alike is taken away. */
function differingMiddle(expected: Piece, found: Piece): [inExpected: Range, inFound: Range] {
  const one = expected.text.toLowerCase();
  const other = found.text.toLowerCase();
  // Lower case can change the length of odd letters; then nothing can be cut.
  if (other.length !== found.text.length || one.length !== expected.text.length) return [expected.range, found.range];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [
    [expected.range[0] + start, expected.range[1] - end],
    [found.range[0] + start, found.range[1] - end],
  ];
}

/** The range made longer until it begins and ends between two labels of the host. */
function wholeLabels({ text, range }: Piece, [from, to]: Range): Range {
  const betweenLabels = from === to && (from === range[0] || text[from - range[0] - 1] === '.');
  if (betweenLabels) return [from, to];
  let start = from - range[0];
  let end = to - range[0];
  while (start > 0 && text[start - 1] !== '.') start--;
  while (end < text.length && text[end] !== '.' && text[end - 1] !== '.') end++;
  return [range[0] + start, range[0] + end];
}

const notEmpty = (range: Range): Range[] => (range[1] > range[0] ? [range] : []);
