const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether this is a token of HTTP: what a method or a header name may consist of. */
export function isToken(value: string): boolean {
  return tokenPattern.test(value);
}

/** A list header's members, or the first member that is no token: one of those spoils the whole list. */
export interface TokenList {
  readonly tokens: readonly string[];
  readonly invalid: string | null;
  /** The tokens before that one; empty where there is none. */
  readonly beforeInvalid: readonly string[];
}

const emptyList: TokenList = { tokens: [], invalid: null, beforeInvalid: [] };
const outerWhitespace = /^[\t ]+|[\t ]+$/g;

/**
 * Extracts a list of tokens from a header's combined value. Empty members do not count, as every engine has it.
 *
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function parseTokenList(value: string | null): TokenList {
  if (value === null || value === '') return emptyList;
  const tokens: string[] = [];
  for (const part of value.split(',')) {
    const member = part.replace(outerWhitespace, '');
    if (member === '') continue;
    if (!isToken(member)) return { tokens: [], invalid: member, beforeInvalid: tokens };
    tokens.push(member);
  }
  return { tokens, invalid: null, beforeInvalid: [] };
}
