import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';
import { withoutPassword } from '../situation.ts';

/** What a redirect changed, where that tells what to do: scheme, slash, host. */
export function redirectHint(from: string, location: string): RichText {
  const to = withoutPassword(location);
  if (!URL.canParse(from) || !URL.canParse(to)) return rich`Let your code call the final URL.`;
  const [before, after] = [new URL(from), new URL(to)];
  if (before.href.replace(/^http:/, 'https:') === after.href) {
    return rich`The redirect only changes ${code('http')} to ${code('https')}: let your code call ${code(to)}.`;
  }
  if (before.origin === after.origin && before.pathname.replace(/\/$/, '') === after.pathname.replace(/\/$/, '')) {
    return before.pathname === after.pathname
      ? rich`Let your code call ${code(to)}.`
      : rich`The redirect only ${after.pathname.endsWith('/') ? 'adds' : 'removes'} the slash at the end of the path: let your code call ${code(to)}.`;
  }
  if (isLogin(after))
    return rich`The redirect leads to a login page: authentication runs before the CORS handling. Let ${code('OPTIONS')} pass without a login.`;
  return rich`Let your code call ${code(to)} directly.`;
}

/** Whether a URL looks like the door that a user has to pass. */
function isLogin(url: URL): boolean {
  return /(^|[/._-])(log-?in|sign-?in|sso|oauth2?|authorize|saml|adfs|auth)([/._-]|$)/i.test(
    `${url.hostname}${url.pathname}`,
  );
}
