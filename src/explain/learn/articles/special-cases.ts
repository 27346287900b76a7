import { fetchStandard, localNetworkAccessSpecification, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, list, paragraph } from '../article.ts';

export const redirects: Article = {
  id: 'redirects',
  title: 'Redirects',
  blocks: [
    paragraph(
      rich`Each answer on the way is checked, not only the last one. A redirect without ${code('Access-Control-Allow-Origin')} is where the request ends.`,
    ),
    list(
      rich`A preflight may not be redirected. Let your code call the final URL: with ${code('https')}, and with or without the slash at its end.`,
      rich`A redirect from one foreign origin to another changes ${code('Origin')} to ${code('null')}. Then only ${code('*')} or ${code('null')} would match: let your code call the last URL directly.`,
      rich`After a redirect to another origin, the browser drops the ${code('Authorization')} header.`,
      rich`A redirect to another origin may not have a user name or a password in its URL.`,
    ),
  ],
  links: [
    fetchStandard('http-redirect-fetch', 'Fetch § HTTP-redirect fetch'),
    mdn('Web/HTTP/Guides/CORS/Errors/CORSExternalRedirectNotAllowed', 'MDN: external redirect not allowed'),
  ],
  seeAlso: ['null-origin', 'simple-and-preflighted'],
};

export const nullOrigin: Article = {
  id: 'null-origin',
  title: 'Where does Origin: null come from?',
  blocks: [
    paragraph(rich`Some requests come from nowhere that has a name. The browser then sends ${code('Origin: null')}:`),
    list(
      rich`The page was opened from a file. Serve the folder with a web server, and open it over ${code('http://localhost')}.`,
      rich`The page is in a sandboxed frame without ${code('allow-same-origin')}, or comes from a ${code('data:')} URL.`,
      rich`The request was redirected from one foreign origin to another.`,
    ),
    paragraph(
      rich`Do not let a server allow ${code('null')}. Every website can make such requests from a sandboxed frame, so that would allow them all.`,
    ),
  ],
  links: [
    fetchStandard('origin-header', 'Fetch § Origin header'),
    mdn('Web/HTTP/Reference/Headers/Origin', 'MDN: Origin'),
  ],
  seeAlso: ['origins', 'redirects'],
};

export const localNetworkAccess: Article = {
  id: 'local-network-access',
  title: 'Local Network Access',
  blocks: [
    paragraph(
      rich`A page from the internet may not simply reach your own device or the network around it: a router, a printer, a server on ${code('localhost')}. Browsers ask the user first. This is a rule of its own, although browsers report it as CORS.`,
    ),
    list(
      rich`The page has to come over HTTPS. Other pages are not even asked about.`,
      rich`The user has to allow it, once for each site. The choice is in the browser's site settings.`,
      rich`No response header can allow it. The headers of older drafts of this rule have no effect any more.`,
      rich`A page that itself comes from the same network, or from ${code('localhost')}, needs no permission.`,
    ),
  ],
  links: [localNetworkAccessSpecification()],
  seeAlso: ['not-cors'],
};

export const notCors: Article = {
  id: 'not-cors',
  title: 'What looks like CORS, but is not?',
  blocks: [
    paragraph(
      rich`A failed request often leaves a message about CORS behind, because an answer that never came has no CORS headers either. Look for the first thing that went wrong:`,
    ),
    list(
      rich`The server failed, and its error page has no CORS headers. Read its log.`,
      rich`A proxy, a firewall or a login page answered in place of the server.`,
      rich`There was no connection: wrong port, wrong host name, a certificate that is not trusted.`,
      rich`The page's own Content Security Policy does not allow the address.`,
      rich`A page over HTTPS asked for an ${code('http:')} URL (mixed content).`,
      rich`An ad blocker or another extension stopped the request, or changed its headers.`,
      rich`A ${code('Cross-Origin-Resource-Policy')} header keeps the resource to its own site.`,
    ),
  ],
  links: [
    mdn('Web/HTTP/Guides/CORS/Errors/CORSDidNotSucceed', 'MDN: CORS request did not succeed'),
    fetchStandard('cross-origin-resource-policy-header', 'Fetch § Cross-Origin-Resource-Policy'),
  ],
  seeAlso: ['local-network-access', 'opaque-errors'],
};
