import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import type { Situation } from '../situation.ts';

/** "your page's origin `http://…`", as well as it is known. */
export function yourOrigin({ origin }: Situation): RichText {
  return origin === '' ? ["your page's origin"] : rich`your page's origin ${code(origin)}`;
}

/** Why the request came with `Origin: null`; null where it did not. */
export function nullOriginNote({ origin, exchange, verdict }: Situation): RichText | null {
  if (origin !== 'null') return null;
  if (verdict.hop > 0 && exchange.initiator.origin !== 'null') {
    return rich`A redirect from one foreign origin to another makes the browser send ${code('Origin: null')}. Let your code call the last URL directly.`;
  }
  if (exchange.initiator.url?.startsWith('file:')) {
    return rich`A page opened from a file has the origin ${code('null')}. Serve the folder with a web server, and open it over ${code('http://localhost')}.`;
  }
  return rich`This page has the origin ${code('null')}: it is a sandboxed frame, or it was opened from a ${code('file:')} or ${code('data:')} URL.`;
}

/**
 * Firefox names the page's origin in a preflight that follows a redirect between foreign origins, and `null` in the request
 * itself. The other engines say `null` in both.
 */
export function splitOriginNote({ origin, onPreflight, headers, verdict }: Situation): RichText | null {
  const allowsNull = headers.get('access-control-allow-origin') === 'null';
  if (verdict.engine !== 'firefox' || !onPreflight || verdict.hop === 0 || origin === 'null' || !allowsNull)
    return null;
  return rich`After a redirect from one foreign origin to another, Firefox names your page's origin in the preflight, and ${code('null')} in the request itself. Let your code call the last URL directly.`;
}
