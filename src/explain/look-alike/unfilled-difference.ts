import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import type { Difference } from './difference.ts';
import type { OriginCause } from './origin-cause.ts';
import { type Range, rangesOf, whole } from './range.ts';

interface Pattern {
  readonly cause: OriginCause;
  /** Which part of the value is at fault; empty where the pattern does not apply. */
  readonly faults: (found: string) => Range[];
  readonly text: (expected: string, found: string) => RichText;
}

const matching = (pattern: RegExp) => (found: string) => rangesOf(found, pattern);
const wholeIf = (pattern: RegExp) => (found: string) => (pattern.test(found) ? whole(found) : []);

/** Words that a program prints when a setting has no value, or that a person writes where an origin belongs. */
const words =
  /^(undefined|none|nil|nan|true|false|yes|no|on|off|[01]|\[object \w+\]|origin|\(origin\)|request_origin|req\.headers\.origin|self|all|any|same-origin|cross-origin|default|enabled?|allow|localhost:port)$/i;

const patterns: readonly Pattern[] = [
  {
    cause: 'server-variable',
    faults: matching(/%\{\w+\}e|\$\{?(?:http_|cors_|sent_http_|arg_|request_)\w+\}?|^\$\w+$|\bprocess\.env\.\w+/gi),
    text: (expected) =>
      rich`This is the name of a server variable: the server sends the name, not its value. Check that this place of the configuration allows variables, and that the variable holds ${code(expected)}.`,
  },
  {
    cause: 'template-literal',
    faults: matching(/[$#%@]?\{+[^{}]*\}+|<%=?.*?%>|^%\w+%$|^<[\w -]+>$|^:\w+$/g),
    text: (expected) =>
      rich`This is a placeholder that was never filled in. In JavaScript, ${code(`\${…}`)} works only between backticks. Make the server send ${code(expected)} in its place.`,
  },
  {
    cause: 'literal-null',
    faults: wholeIf(/^null$/i),
    text: (expected) =>
      rich`${code('null')} is the origin of sandboxed frames and ${code('file:')} pages, not a word for "nobody" or "everybody". Your page's origin is ${code(expected)}: allow that one.`,
  },
  {
    cause: 'placeholder-word',
    faults: wholeIf(words),
    text: (expected, found) =>
      rich`${code(found)} is a word, not an origin. ${/^(undefined|none|nil|nan)$/i.test(found) ? 'The setting that should hold the origin is probably empty.' : 'The header takes one origin, in full.'} Make the server send ${code(expected)}.`,
  },
  {
    cause: 'regular-expression',
    faults: matching(/^\/(?!\/).*\/[dgimsuvy]*$|[\\^].?|\.[*+]\??|\([^)]*\)|\[[^\]:]*\][*+]?|\$$/g),
    text: (expected) =>
      rich`This is a regular expression, and browsers compare the value as it is. Let the server match the request's ${code('Origin')} against the expression, and answer with ${code(expected)} and ${code('Vary: Origin')}.`,
  },
  {
    cause: 'wildcard-inside',
    faults: matching(/\*+/g),
    text: (expected) =>
      rich`${code('*')} means something only when it stands alone: there is no pattern for subdomains or ports. Let the server check the request's ${code('Origin')}, and answer with ${code(expected)} and ${code('Vary: Origin')}.`,
  },
];

/** A value that was meant to become an origin, or to match several, but reached the browser as it was written. */
export function unfilledDifference(expected: string, found: string): Difference | null {
  for (const { cause, faults, text } of patterns) {
    const ranges = faults(found);
    if (ranges.length > 0) return { cause, found: ranges, expected: whole(expected), text: text(expected, found) };
  }
  return null;
}
