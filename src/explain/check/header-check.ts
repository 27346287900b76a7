import type { Check } from '../../cors/check.ts';
import { titled } from '../header-name.ts';
import { credentialsHint } from '../look-alike/credentials-hint.ts';
import { malformedListHint } from '../look-alike/malformed-list-hint.ts';
import type { Range } from '../look-alike/range.ts';
import { tokens } from '../look-alike/token-list.ts';
import { lookAlike } from '../look-alike.ts';
import { bad, code, good, listed, marked } from '../quote.ts';
import { type RichPart, type RichText, rich } from '../rich-text.ts';

const name = (header: string): RichPart => code(titled(header));

/** The header's line, with its value marked. */
const line = (header: string, value: RichText): RichText => rich`${code(`${titled(header)}:`)} ${value}`;

const absent = (header: string, expected: RichText): RichText =>
  rich`There is no ${name(header)}, and it has to ${expected}`;

/** The value with the bytes at fault marked, or all of it where no single byte is. */
function faulty(value: string, faults: readonly Range[]): RichText {
  return faults.length > 0 ? marked(value, faults) : [bad(value)];
}

export function allowOriginCheck({ value, expected, status }: Check): RichText {
  const header = 'access-control-allow-origin';
  const wanted = expected === null || expected === '' ? rich`your page's origin` : [code(expected)];
  if (status === 'passed') {
    return value === '*'
      ? rich`${line(header, [good('*')])} allows every origin`
      : rich`${line(header, [good(value ?? '')])} matches`;
  }
  if (value === null) return absent(header, rich`name ${wanted}`);
  if (value === '*') return rich`${line(header, [bad('*')])} does not allow a request with credentials`;
  return rich`${line(header, faulty(value, lookAlike(expected ?? '', value)?.found ?? []))} is not ${wanted}`;
}

export function allowCredentialsCheck({ value, status }: Check): RichText {
  const header = 'access-control-allow-credentials';
  if (status === 'passed') return rich`${line(header, [good(value ?? 'true')])} allows credentials`;
  if (value === null) return absent(header, rich`be ${code('true')}`);
  return rich`${line(header, faulty(value, credentialsHint(value)?.found ?? []))} is not ${code('true')}`;
}

/** Whether a list of names can be read at all. */
export function syntaxCheck({ value, status }: Check, header: string): RichText {
  if (status === 'passed')
    return value === null ? rich`There is no ${name(header)} to read` : rich`${name(header)} can be read`;
  return rich`${line(header, faulty(value ?? '', malformedListHint(value ?? '')?.found ?? []))} cannot be read`;
}

export function methodCheck({ value, expected, status }: Check): RichText {
  const header = 'access-control-allow-methods';
  const method = expected ?? '';
  if (status === 'passed') {
    const at = tokens(value ?? '').find(({ text }) => text === method || text === '*');
    return at && value !== null
      ? rich`${line(header, allowedIn(value, [at.range]))} allows ${code(method)}`
      : rich`${code(method)} needs no permission`;
  }
  const unreadable = unreadableList(header, value, rich`${bad(method)}`);
  if (unreadable) return unreadable;
  return value === null || value === ''
    ? rich`There is no ${name(header)}, and it has to list ${bad(method)}`
    : rich`${line(header, [code(value)])} lacks ${bad(method)}`;
}

export function headersCheck({ value, expected, status, parameter }: Check): RichText {
  const header = 'access-control-allow-headers';
  const wanted = tokens(expected ?? '').map(({ text }) => text.toLowerCase());
  const members = tokens(value ?? '').map((token) => ({ ...token, lower: token.text.toLowerCase() }));
  if (status === 'passed') {
    if (wanted.length === 0) return rich`No request header needs permission`;
    const allowing = members.filter(({ lower }) => lower === '*' || wanted.includes(lower));
    return rich`${line(
      header,
      allowedIn(
        value ?? '',
        allowing.map(({ range }) => range),
      ),
    )} allows ${listed(wanted)}`;
  }
  const lacking = wanted.filter((each) => !members.some(({ lower }) => lower === each));
  const named = lacking.length > 0 ? lacking : [parameter];
  const unreadable = unreadableList(header, value, listed(named, bad));
  if (unreadable) return unreadable;
  return members.length === 0
    ? rich`There is no ${name(header)}, and it has to list ${listed(named, bad)}`
    : rich`${line(header, [code(value ?? '')])} lacks ${listed(named, bad)}`;
}

/** A list that cannot be read allows nothing, whatever it names; null where it can be read. */
function unreadableList(header: string, value: string | null, wanted: RichText): RichText | null {
  const hint = malformedListHint(value ?? '');
  return hint && rich`${line(header, marked(value ?? '', hint.found))} cannot be read, so it does not allow ${wanted}`;
}

/** The value with the members that fit marked. */
function allowedIn(value: string, fits: readonly Range[]): RichText {
  return marked(value, fits).map((part) => (typeof part !== 'string' && 'bad' in part ? { good: part.bad } : part));
}
