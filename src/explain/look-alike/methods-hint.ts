import { bad, code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { editDistance } from './edit-distance.ts';
import type { Hint } from './hint.ts';
import { malformedListHint } from './malformed-list-hint.ts';
import { tokens } from './token-list.ts';

/**
 * Why a list of methods that looks right does not allow a method.
 *
 * @param method as the request sends it
 * @param found the combined value of `Access-Control-Allow-Methods`
 * @param credentialed whether the request carries credentials, which takes its meaning from `*`; null where nobody knows
 * @returns null where no likely cause is known
 */
export function methodsHint(method: string, found: string, credentialed: boolean | null): Hint | null {
  const malformed = malformedListHint(found);
  if (malformed) return malformed;
  const members = tokens(found);
  if (members.some(({ text }) => text === method)) return null;
  const otherCase = members.find(({ text }) => text.toUpperCase() === method.toUpperCase());
  if (otherCase) {
    const text =
      method === method.toUpperCase()
        ? rich`Methods are compared with their case, and ${bad(otherCase.text)} is not ${code(method)}. Make the server list ${code(method)}.`
        : rich`Methods are compared with their case. Your code sends ${bad(method)}, which browsers do not turn into capitals: write ${code(method.toUpperCase())} in your code.`;
    return { found: [otherCase.range], text };
  }
  const wildcard = members.find(({ text }) => text === '*');
  if (wildcard && credentialed !== false) {
    return {
      found: [wildcard.range],
      text: rich`On a request with credentials ${code('*')} is no wildcard. Make the server list ${code(method)}.`,
    };
  }
  const word = members.find(({ text }) => /^(all|any)$/i.test(text));
  if (word) {
    return {
      found: [word.range],
      text: rich`${bad(word.text)} is taken as the name of a method. Make the server list ${code(method)}.`,
    };
  }
  const misspelt = members.find(
    ({ text }) =>
      text.length > 3 &&
      !knownMethods.has(text.toUpperCase()) &&
      editDistance(text.toUpperCase(), method.toUpperCase(), 2) <= 2,
  );
  if (!misspelt) return null;
  return {
    found: [misspelt.range],
    text: rich`${bad(misspelt.text)} is nearly ${code(method)}. Check the spelling in the server's configuration.`,
  };
}

const knownMethods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
]);
