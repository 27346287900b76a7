import { bad, code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { unseenRanges } from '../visible.ts';
import type { Hint } from './hint.ts';
import { whole } from './range.ts';

/**
 * What an `Access-Control-Allow-Credentials` was probably meant to be, when it is not `true`.
 *
 * @param found the header's combined value
 * @returns null where it is `true`
 */
export function credentialsHint(found: string): Hint | null {
  if (found === 'true') return null;
  const hint = (text: Hint['text'], ranges = whole(found)): Hint => ({ found: ranges, text });
  if (found === '') return hint(rich`The header is there, but empty. Send ${code('true')}.`);
  const unseen = unseenRanges(found);
  if (unseen.length > 0)
    return hint(rich`The value holds a character that cannot be seen. Send ${code('true')} alone.`, unseen);
  if (found.toLowerCase() === 'true') {
    return hint(rich`Browsers take only ${code('true')}, in lower case. ${bad(found)} does not count.`);
  }
  const members = found.split(',').map((member) => member.trim());
  if (members.length > 1) {
    const twice = members.every((member) => member.toLowerCase() === 'true');
    return twice
      ? hint(
          rich`The header is set more than once, often by the app and by a proxy in front of it. Remove it from one of them.`,
          [[found.indexOf(','), found.length]],
        )
      : hint(rich`The header takes the one word ${code('true')}, no list.`);
  }
  if (/^["'`‘’“”]?true["'`‘’“”]?$/i.test(found)) {
    return hint(rich`The quotes became part of the value. Send ${code('true')} without them.`);
  }
  if (/^(false|no|off|0|\?0)$/i.test(found)) {
    return hint(
      rich`${bad(found)} means the same as no header at all: credentials are not allowed. Send ${code('true')}, or send the request without credentials.`,
    );
  }
  return hint(rich`Browsers take only the word ${code('true')}. ${bad(found)} does not count.`);
}
