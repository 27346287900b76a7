import { code } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import type { AdviceName } from './advice-name.ts';
import type { Advice } from './fix.ts';

/** What a piece of advice may speak about. */
export interface AdviceFacts {
  /** The URL of the hop at fault. */
  readonly url: string;
  /** The page's origin. */
  readonly origin: string;
  /** Where an answer redirects to, a header's value, a method: depends on the advice. Empty where it needs none. */
  readonly value: string;
}

/** A piece of advice with its words. */
export function advice(name: AdviceName, facts: AdviceFacts): Advice {
  return { name, text: textOf(name, facts) };
}

const origin = code('Access-Control-Allow-Origin');

function textOf(name: AdviceName, { url, origin: page, value }: AdviceFacts): RichText {
  switch (name) {
    case 'mode-same-origin':
      return rich`The page itself forbade this request to leave its origin. Remove ${code("mode: 'same-origin'")} from the fetch, or call a URL of ${code(page)}.`;
    case 'mode-no-cors':
      return rich`The page asked with ${code("mode: 'no-cors'")}, so nobody may read the answer, whatever the server says. Remove that option. Then the server has to allow ${code(page)}.`;
    case 'redirect-mode-manual':
      return rich`The page asked with ${code("redirect: 'manual'")}, so it learns of a redirect and nothing more. Call the final URL, or remove that option: then each server on the way has to allow ${code(page)}.`;
    case 'scheme-without-cors':
      return rich`CORS works for ${code('http:')} and ${code('https:')} only. Offer the resource at such a URL.`;
    case 'redirect-has-credentials':
      return rich`The server redirects to a URL with a user name or password in it, which browsers refuse to follow. Redirect to the same URL without them.`;
    case 'no-cors-redirect-mode':
      return rich`${code("mode: 'no-cors'")} works only with ${code("redirect: 'follow'")}. Remove one of the two options from the fetch.`;
    case 'null-origin-with-credentials':
      return rich`The request comes from the origin ${code('null')} and includes credentials. Do not allow that: any page on the web can become the origin ${code('null')} with a sandboxed frame. Load the page from a server instead of a file, add ${code('allow-same-origin')} to the frame's sandbox, call the final URL without a redirect to another origin, or send the request without credentials.`;
    case 'preflight-unanswered':
      return rich`The preflight got no answer, so there were no headers to look at. Make the server answer ${code('OPTIONS')} requests at ${code(url)}.`;
    case 'local-network':
      return rich`The browser protects the local network: it asks the person before a page may reach a private address. Allow it in the prompt or in the site's settings, and load the page over https. No response header replaces that.`;
    case 'mixed-content':
      return rich`A page loaded over https may not call plain http. Offer the API over https too, and let the page call that address. During development, the page can be loaded over http instead.`;
    case 'content-security-policy':
      return rich`The page's own Content Security Policy forbids the request. Add the API to ${code('connect-src')} (or to the directive for this type of resource) in the page's policy.`;
    case 'redirect-mode-error':
      return rich`The page asked with ${code("redirect: 'error'")} and the server redirected. Call the final URL, or remove that option.`;
    case 'redirect-invalid':
      return rich`The server's redirect leads nowhere a browser can go. Correct the ${code('Location')} header.`;
    case 'redirect-loop':
      return rich`The server redirects in a circle, or too often. Follow its ${code('Location')} headers from ${code(url)} on, and let the last answer be none that redirects.`;
    case 'certificate':
      return rich`The browser does not trust the server's certificate. Open ${code(url)} in a tab to see why, then correct the certificate: its names, its dates, or the chain that the server sends.`;
    case 'network-trouble':
      return rich`The request failed on the network, before CORS. See that the server runs and that ${code(url)} is its right address.`;
    case 'no-secure-connection':
      return rich`Browser and server agreed on no secure connection, so CORS was never reached. See that ${code(url)} speaks https on this port, with a version of TLS that browsers still accept.`;
    case 'invalid-answer':
      return rich`What came back is no whole and valid HTTP answer. Look at what the server, or a proxy in front of it, sends for ${code(url)}: a length that is not true, a broken encoding, or no HTTP at all.`;
    case 'offline':
      return rich`There is nothing to change on the server: the browser had no network at that moment.`;
    case 'unsafe-port':
      return rich`Browsers refuse to connect to this port. Let the server listen on another one.`;
    case 'blocked-by-extension':
      return rich`An extension of this browser blocked the request. Try again in a window without extensions.`;
    case 'corp':
      return rich`The server's ${code('Cross-Origin-Resource-Policy')} header forbids other origins to load this. Let it send ${code('Cross-Origin-Resource-Policy: cross-origin')}, or load the resource with CORS (the ${code('crossorigin')} attribute).`;
    case 'coep':
      return rich`The page's ${code('Cross-Origin-Embedder-Policy')} wants the resource to opt in. Let the server send ${code('Cross-Origin-Resource-Policy: cross-origin')}, or load the resource with CORS (the ${code('crossorigin')} attribute).`;
    case 'orb':
      return rich`The browser refused an answer that is not what the element asked for. Let the server send the right ${code('Content-Type')} and a success status, or load the resource with CORS.`;
    case 'cancelled':
      return rich`There is nothing to change on the server: the page's code cancelled the request itself, or the page was left before the answer was there.`;
    case 'another-cause':
      return rich`By its headers this request should pass, or what stopped it was not seen. Look at the browser's console, and try without other extensions.`;
    case 'answer-401':
      return rich`Sign in again in this browser. Let the API answer a request without a valid session with status ${code('401')} and ${code(`Access-Control-Allow-Origin: ${page}`)}, in place of the login page: then your code can read that a login is needed.`;
    case 'proxy-login':
      return rich`A proxy or the network asks for a login, and the request never came to the server. Log in there, then try again.`;
    case 'server-error-first':
      return rich`The server failed with status ${code(value)}. Look into its log first: the missing CORS header may only follow from that error. Once the error answers carry the headers too, the page can read them.`;
    case 'call-the-redirect-target':
      return rich`The preflight was redirected to ${code(value)}, and browsers do not follow that. Calling that URL directly may be all there is to do.`;
    case 'redirect-target-too':
      return rich`The answer redirects to ${code(value)}. That address has to allow the page too.`;
    case 'preflight-before-login':
      return rich`A preflight never carries cookies or ${code('Authorization')}. Let the server answer ${code('OPTIONS')} before it asks who is calling: put CORS before authentication.`;
    case 'null-origin-means-everyone':
      return rich`The request comes from the origin ${code('null')}, which any page can take on, so allowing it means allowing everyone: ${code('*')} says so openly, and works without credentials only. Do it only for what is public. Better: load the page from a server instead of a file, or call the final URL without a redirect to another origin.`;
    case 'method-in-capitals':
      return rich`The page sends the method ${code(value)}. Methods are case-sensitive, and only a few are put into capitals by the browser: write ${code(value.toUpperCase())} in the page's code.`;
    case 'one-place-only':
      return rich`${origin} is sent more than once, most likely by the application and by a proxy in front of it. Keep one of the two.`;
    case 'credentials-for-others':
      return rich`This request needs no credentials. Keep ${code('Access-Control-Allow-Credentials')} if other requests of the page do.`;
  }
}
