import { titled } from '../header-name.ts';
import { bad, code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { editDistance } from './edit-distance.ts';

/** A response header whose name was probably meant to be another. */
export interface MisspeltHeader {
  /** As the response has it. */
  readonly name: string;
  readonly text: RichText;
}

const realNames: ReadonlySet<string> = new Set(
  ['origin', 'methods', 'headers', 'credentials', 'private-network']
    .map((end) => `access-control-allow-${end}`)
    .concat('access-control-expose-headers', 'access-control-max-age'),
);

/**
 * A header of the response that was probably meant to be the one that is missing (`Access-Control-Allow-Origins`).
 *
 * @param wanted the missing header, in lower case
 * @param names the names of the response's headers
 * @returns null where the wanted one is there, or none comes near it
 */
export function misspeltHeader(wanted: string, names: readonly string[]): MisspeltHeader | null {
  if (names.some((name) => name.toLowerCase() === wanted)) return null;
  const name = names.find((each) => isMisspelling(each.toLowerCase(), wanted));
  if (name === undefined) return null;
  const isRequestHeader = /^(origin|access-control-request-(method|headers))$/i.test(name);
  return {
    name,
    text: isRequestHeader
      ? rich`The response has ${bad(name)}, which is a header of requests. Send ${code(titled(wanted))} in its place.`
      : rich`The response has ${bad(name)}, which no browser knows. It was probably meant to be ${code(titled(wanted))}: check the spelling.`,
  };
}

function isMisspelling(name: string, wanted: string): boolean {
  if (realNames.has(name)) return false;
  const plain = (each: string): string => each.replace(/^x-|[-_]/g, '').replace('allowed', 'allow');
  const short = wanted.replace('access-control-', '');
  return (
    plain(name) === plain(wanted) ||
    editDistance(plain(name), plain(wanted), 3) <= 3 ||
    name === short ||
    name === `cors-${short}` ||
    (wanted === 'access-control-allow-origin' && name === 'origin') ||
    name === wanted.replace('allow', 'request') ||
    (wanted === 'access-control-allow-methods' && name === 'access-control-request-method')
  );
}
