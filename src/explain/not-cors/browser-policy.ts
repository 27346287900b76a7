import { code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import type { Failure, NotCorsClause } from './not-cors-clause.ts';

const neverSent = rich`The request never left the browser.`;

export const mixedContent = ({ url }: Failure): NotCorsClause => ({
  fault: rich`a page loaded over HTTPS may not request ${code('http:')} URLs`,
  story: [
    rich`${code(url)} is not encrypted, so the browser blocked it as mixed content. ${neverSent}`,
    rich`Let the server offer HTTPS, and call that.`,
  ],
});

export const contentSecurityPolicy = ({ exchange, server }: Failure): NotCorsClause => ({
  fault: rich`your page's own Content Security Policy does not allow ${code(server)}`,
  story: [
    rich`The page forbids the browser to contact that host. ${neverSent}`,
    rich`Add it to ${code(directive(exchange.type))} in the page's ${code('Content-Security-Policy')}.`,
  ],
});

function directive(type: string): string {
  switch (type) {
    case 'script':
      return 'script-src';
    case 'stylesheet':
      return 'style-src';
    case 'font':
      return 'font-src';
    case 'image':
    case 'imageset':
      return 'img-src';
    case 'media':
      return 'media-src';
    case 'sub_frame':
      return 'frame-src';
    default:
      return 'connect-src';
  }
}

export const localNetworkAccess = ({ server }: Failure): NotCorsClause => ({
  fault: rich`your page may not reach ${code(server)} in the local network`,
  story: [
    rich`A page from the internet needs the user's permission to reach this device or its network. It was denied, or the browser could not ask.`,
    rich`Serve the page over HTTPS and allow it in the browser's site settings, or open the page from the local network itself.`,
  ],
});

export const blockedByExtension = (): NotCorsClause => ({
  fault: rich`an extension blocked the request`,
  story: [
    rich`An ad blocker, a privacy extension or one of your own stopped it before it was sent.`,
    rich`Try it in a window without extensions, or allow this host in the extension.`,
  ],
});

export const aborted = (): NotCorsClause => ({
  fault: rich`the request was cancelled`,
  story: [rich`Your code aborted it, or the page was left before the answer was there.`],
});
