import { HeaderList } from '../../cors/header-list.ts';
import { tokens } from '../look-alike/token-list.ts';
import type { Situation } from '../situation.ts';

/** The combined value that was looked at; empty where there was none. */
export function foundValue({ check, headers }: Situation, name: string): string {
  return check?.header === name ? (check.value ?? '') : (headers.get(name) ?? '');
}

/** A list that the preflight's answer sent; empty where there was none. */
export function listValue({ check, headers }: Situation, name: string): string {
  return headers.get(name) ?? (check?.header === name.toLowerCase() ? (check.value ?? '') : '');
}

/** The preflight's status; 0 where it is not known. */
export function statusOfPreflight({ response, check }: Situation): number {
  return response?.status ?? Number(check?.value ?? 0);
}

/** The method that the preflight asked for. */
export function wantedMethod({ verdict, method, check, hop }: Situation): string {
  const asked = new HeaderList(hop?.preflight?.requestHeaders ?? []).get('access-control-request-method');
  return verdict.parameter || check?.expected || asked || method;
}

/** The header that the browser names first, then the others that are missing from the list in the same way. */
export function lackingHeaders(situation: Situation): string[] {
  const { verdict, hop, check } = situation;
  const asked = new HeaderList(hop?.preflight?.requestHeaders ?? []).get('access-control-request-headers');
  const wanted = tokens(asked ?? check?.expected ?? '').map(({ text }) => text.toLowerCase());
  const found = listValue(situation, 'Access-Control-Allow-Headers');
  const allowed = new Set(tokens(found).map(({ text }) => text.toLowerCase()));
  const wildcard = allowed.has('*') && verdict.credentialed === false;
  const others = wildcard ? [] : wanted.filter((name) => !allowed.has(name));
  return [...new Set([verdict.parameter.toLowerCase(), ...others])].filter((name) => name !== '');
}
