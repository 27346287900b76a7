import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';

const options = code('OPTIONS');

const hints: Readonly<Record<number, RichText>> = {
  304: rich`${code('304')} is an answer from a cache: preflights must not be cached by the server or by a proxy in front of it.`,
  400: rich`The server took the ${options} request for a broken one: it probably has no CORS handling at this URL.`,
  401: rich`The server asks for a login, but browsers never send credentials with a preflight. Let ${options} pass before authentication.`,
  403: rich`Something refuses the ${options} request: a firewall, an access rule, or a CORS filter that does not know your page's origin.`,
  404: rich`The server has no route for ${options} at this URL. Check the URL, then let the CORS handling run before the router.`,
  405: rich`The server does not accept ${options} at this URL. Let its CORS handling answer before the router does.`,
  407: rich`A proxy asks for a login, and preflights never carry one.`,
  429: rich`The server counts preflights as requests, and there were too many. Leave ${options} out of the limit.`,
  501: rich`The server does not know ${options} at all. Let it, or a proxy in front of it, answer preflights.`,
};

/** What a status that is not ok most likely means, when a preflight gets it; null where it says nothing special. */
export function statusHint(status: number): RichText | null {
  const hint = hints[status];
  if (hint) return hint;
  if (status >= 500) return rich`The server failed while it handled ${options}: look in its log first.`;
  if (status >= 300 && status < 400)
    return rich`This is a redirect that leads nowhere, and a preflight may not be redirected.`;
  return null;
}
