import type { Check } from '../../cors/check.ts';
import { HeaderList } from '../../cors/header-list.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { tokens } from '../look-alike/token-list.ts';
import { listed } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';

/**
 * What made the browser ask first; or that nothing did. The check's value lists the method and the header names that are not
 * safelisted, and the words `upload` and `redirect` for causes that have no name of their own.
 */
export function preflightNeeded({ value, hop }: Check, exchange: Exchange): RichText {
  const causes = tokens(value ?? '').map(({ text }) => text);
  if (causes.length === 0) return rich`No preflight needed: method and headers are safelisted`;
  const headers = askedHeaders(exchange, hop);
  const isWord = (cause: string): boolean => Object.hasOwn(otherCauses, cause) && !headers.includes(cause);
  const names = causes.filter((cause) => !isWord(cause));
  const clauses = causes.filter(isWord).map((cause) => rich`${otherCauses[cause] ?? ''}`);
  if (names.length > 0) clauses.unshift(rich`${listed(names)} ${names.length === 1 ? 'is' : 'are'} not safelisted`);
  return rich`Preflight needed: ${clauses.reduce((text, clause) => rich`${text}, and ${clause}`)}`;
}

const otherCauses: Readonly<Record<string, string>> = {
  upload: 'the upload is watched or streamed',
  redirect: 'the request was preflighted before its redirect',
};

/** A header may be called as one of the words. */
function askedHeaders(exchange: Exchange, hop: number): readonly string[] {
  const sent = new HeaderList(exchange.hops[hop]?.preflight?.requestHeaders ?? []);
  return tokens(sent.get('access-control-request-headers') ?? '').map(({ text }) => text.toLowerCase());
}
