import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { redirectTarget, withoutPassword } from '../situation.ts';
import type { Failure, NotCorsClause } from './not-cors-clause.ts';

/** Where the last answer pointed; empty where that is not known. */
function target({ lastHop }: Failure): string {
  if (lastHop === null) return '';
  const to = (lastHop.response ? redirectTarget(lastHop, lastHop.response) : null) ?? lastHop.redirectedTo ?? '';
  return withoutPassword(to);
}

export function redirectModeError(failure: Failure): NotCorsClause {
  const to = target(failure);
  const where = to === '' ? '' : rich` to ${code(to)}`;
  const asked = code("redirect: 'error'");
  // Where the answer came in whole, the browser does not tell the one mode from the other.
  const isEither = failure.exchange.ending.kind !== 'failed';
  return {
    fault: rich`the server redirected the request, and your code does not take redirects`,
    story: [
      isEither
        ? rich`Your code asked for ${asked} or for ${code("redirect: 'manual'")}, so the browser stopped at the redirect${where}. With the first, ${code('fetch()')} fails; with the second, it gives an answer that cannot be read.`
        : rich`Your code asked for ${asked}, so the browser stopped at the redirect${where}.`,
      rich`Call the final URL, or let your code follow redirects.`,
    ],
  };
}

export function redirectInvalid(failure: Failure): NotCorsClause {
  const to = target(failure);
  return {
    fault: rich`the server redirected the request to an address that cannot be followed`,
    story: [
      to === ''
        ? rich`Check the ${code('Location')} header that the server sends.`
        : rich`The server's ${code('Location')} leads to ${code(to)}. It has to be a URL that begins with ${code('https:')} or ${code('http:')}.`,
    ],
  };
}

export const tooManyRedirects = ({ server }: Failure): NotCorsClause => ({
  fault: rich`the request was redirected too often`,
  story: [rich`Browsers stop after 20 redirects. ${code(server)} probably redirects in a circle.`],
});
