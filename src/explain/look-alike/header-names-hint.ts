import { bad, code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { editDistance } from './edit-distance.ts';
import type { Hint } from './hint.ts';
import { malformedListHint } from './malformed-list-hint.ts';
import { tokens } from './token-list.ts';

/**
 * Why a list of header names that looks right does not allow a request header.
 *
 * @param name the header that the request sends
 * @param found the combined value of `Access-Control-Allow-Headers`
 * @param credentialed whether the request carries credentials, which takes its meaning from `*`; null where nobody knows
 * @returns null where no likely cause is known
 */
export function headerNamesHint(name: string, found: string, credentialed: boolean | null): Hint | null {
  const malformed = malformedListHint(found);
  if (malformed) return malformed;
  const wanted = name.toLowerCase();
  const members = tokens(found).map((token) => ({ ...token, lower: token.text.toLowerCase() }));
  if (members.some(({ lower }) => lower === wanted)) return null;
  const wildcard = members.find(({ text }) => text === '*');
  if (wildcard && credentialed !== false) {
    return {
      found: [wildcard.range],
      text: rich`On a request with credentials ${code('*')} is no wildcard. Make the server list ${code(wanted)}.`,
    };
  }
  if (wildcard && wanted === 'authorization') {
    return {
      found: [wildcard.range],
      text: rich`${code('*')} does not cover ${code(wanted)}. Make the server list it by name.`,
    };
  }
  const pattern = members.find(({ lower }) => lower.includes('*') && matches(lower, wanted));
  if (pattern) {
    return {
      found: [pattern.range],
      text: rich`There are no patterns in this list: ${bad(pattern.text)} is taken as a name. Make the server list ${code(wanted)}.`,
    };
  }
  const underscore = members.find(({ lower }) => plain(lower) === plain(wanted));
  if (underscore) {
    return {
      found: [underscore.range],
      text: rich`${bad(underscore.text)} and ${code(wanted)} are two names: a hyphen, an underscore and none are not the same. Make the server list ${code(wanted)}.`,
    };
  }
  const misspelt = members.find(
    ({ lower }) =>
      lower.length > 3 && (editDistance(lower, wanted, 2) <= 2 || lower === `x-${wanted}` || `x-${lower}` === wanted),
  );
  if (!misspelt) return null;
  return {
    found: [misspelt.range],
    text: rich`${bad(misspelt.text)} is nearly ${code(wanted)}. Check the spelling, in the server's list and in your code.`,
  };
}

const plain = (name: string): string => name.replace(/[-_]/g, '');

function matches(pattern: string, name: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return name.startsWith(start) && name.endsWith(rest.at(-1) ?? '');
}
