import { fetchStandard, localNetworkAccessSpecification, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, list, paragraph, passage, pictures } from '../article.ts';
import { originLostOnTheWay, sourcesOfNull } from '../pictures.ts';

export const redirects: Article = {
  id: 'redirects',
  title: 'Redirects',
  blocks: [
    paragraph(
      rich`Each answer on the way is checked, not only the last one. A redirect without ${code('Access-Control-Allow-Origin')} is where the request ends.`,
    ),
    pictures(originLostOnTheWay),
    list(
      passage(
        'preflight',
        rich`A preflight may not be redirected. Let your code call the final URL: with ${code('https')}, and with or without the slash at its end.`,
      ),
      rich`A redirect from one foreign origin to another changes ${code('Origin')} to ${code('null')}. Then only ${code('*')} or ${code('null')} would match: let your code call the last URL directly.`,
      rich`After a redirect to another origin, the browser drops the ${code('Authorization')} header.`,
      passage('password', rich`A redirect to another origin may not have a user name or a password in its URL.`),
      passage(
        'target',
        rich`The ${code('Location')} of a redirect has to be a URL that begins with ${code('https:')} or ${code('http:')}.`,
      ),
      passage('too-many', rich`Browsers stop after 20 redirects: the server probably redirects in a circle.`),
      passage(
        'mode',
        rich`With ${code("redirect: 'error'")} your code itself refuses every redirect. With ${code("redirect: 'manual'")} it gets an answer that it cannot read.`,
      ),
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
    pictures(sourcesOfNull),
    list(
      rich`The page was opened from a file. Serve the folder with a web server, and open it over ${code('http://localhost')}.`,
      rich`The page is in a sandboxed frame without ${code('allow-same-origin')}, or comes from a ${code('data:')} URL.`,
      rich`The request was redirected from one foreign origin to another.`,
    ),
    paragraph(
      passage(
        'never-allow',
        rich`Do not let a server allow ${code('null')}. Every website can make such requests from a sandboxed frame, so that would allow them all.`,
      ),
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
      passage('https', rich`The page has to come over HTTPS. Other pages are not even asked about.`),
      passage(
        'permission',
        rich`The user has to allow it, once for each site. The choice is in the browser's site settings.`,
      ),
      passage(
        'address-space',
        rich`Where your code names the server's address space with ${code('targetAddressSpace')}, it has to be the right one.`,
      ),
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
      passage('server-error', rich`The server failed, and its error page has no CORS headers. Read its log.`),
      passage('in-between', rich`A proxy, a firewall or a login page answered in place of the server.`),
      passage(
        'no-connection',
        rich`There was no connection: the server is not running, the port or the host name is wrong, or a firewall is in the way.`,
      ),
      passage(
        'certificate',
        rich`The server's certificate is not trusted, or it speaks plain ${code('http')} where ${code('https')} was asked for.`,
      ),
      passage('invalid-answer', rich`What came back is no valid HTTP answer: another service listens on that port.`),
      passage(
        'unsafe-port',
        rich`The port is one that browsers refuse, because it belongs to another service, such as mail.`,
      ),
      passage('csp', rich`The page's own Content Security Policy does not allow the address.`),
      passage('mixed-content', rich`A page over HTTPS asked for an ${code('http:')} URL (mixed content).`),
      passage('extension', rich`An ad blocker or another extension stopped the request, or changed its headers.`),
      passage(
        'resource-policy',
        rich`A ${code('Cross-Origin-Resource-Policy')} header keeps the resource to its own site, or the page's ${code('Cross-Origin-Embedder-Policy')} asks for such a header and there is none.`,
      ),
      passage(
        'orb',
        rich`The page loaded it as an image, a script or a style sheet, and it is something else, such as JSON (opaque response blocking).`,
      ),
      passage('aborted', rich`Your own code cancelled the request, or the page was left before the answer was there.`),
    ),
  ],
  links: [
    mdn('Web/HTTP/Guides/CORS/Errors/CORSDidNotSucceed', 'MDN: CORS request did not succeed'),
    fetchStandard('cross-origin-resource-policy-header', 'Fetch § Cross-Origin-Resource-Policy'),
  ],
  seeAlso: ['local-network-access', 'opaque-errors'],
};
