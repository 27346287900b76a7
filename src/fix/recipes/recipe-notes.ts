import { code, listed } from '../../explain/quote.ts';
import { type RichText, rich } from '../../explain/rich-text.ts';
import type { ServerPolicy } from '../server-policy.ts';

/** What to know about any recipe made of this policy. */
export function policyNotes(policy: ServerPolicy): RichText[] {
  const notes: RichText[] = [];
  if (policy.anyOrigin) {
    notes.push(rich`This lets every site read the answers, without credentials. Use it only for what is public.`);
  }
  if (policy.credentialsUnknown && !policy.credentials) {
    notes.push(
      rich`Whether the page includes credentials was not seen. If it does (${code("credentials: 'include'")}, ${code('withCredentials')}), allow credentials here too.`,
    );
  }
  if (policy.leftOut.length > 0) {
    notes.push(
      rich`Not in here, because of unusual characters: ${listed(policy.leftOut)}. Add it by hand if you trust it.`,
    );
  }
  return notes;
}

/** For whoever puts the headers on in front of an application that may do so itself. */
export const onePlaceOnly: RichText = rich`If the application behind it sends ${code('Access-Control-Allow-Origin')} too, switch that off: two values are one too many.`;

/** For whatever asks who is calling. */
export const beforeAuthentication: RichText = rich`A preflight carries no cookies and no ${code('Authorization')}. Keep this ahead of anything that asks who is calling.`;
