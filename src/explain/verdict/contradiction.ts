import type { Contradiction } from '../../judge/verdict.ts';
import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';

/** Where the headers say otherwise than the browser did, and what that most likely comes from. */
export function contradictionSentences({ computed, observed, likelyCauses }: Contradiction): RichText {
  const surprise = rich`By its headers this request should have been ${computed}, but the browser ${observed === 'allowed' ? 'let it through' : 'blocked it'}.`;
  const [first, ...others] = likelyCauses.map((cause) => causes[cause]);
  if (first === undefined) return surprise;
  const all = others.reduce<RichText>((text, cause) => rich`${text}, or ${cause}`, first);
  return rich`${surprise} Likely: ${all}.`;
}

const causes: Readonly<Record<Contradiction['likelyCauses'][number], RichText>> = {
  'preflight-blocked-by-client': rich`an extension or a rule of the browser blocked the preflight`,
  'local-network-access': rich`the page may not reach the local network`,
  'another-extension': rich`another extension changed the headers`,
  'redirect-mode': rich`your code does not take redirects (${code("redirect: 'error'")})`,
  override: rich`a header override changed what the browser saw`,
  'stale-cache': rich`the answer came from a cache, with older headers`,
  aborted: rich`the request was cancelled`,
};
