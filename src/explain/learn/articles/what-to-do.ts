import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, pictures } from '../article.ts';
import { corsFirst, devProxy, loginFirst } from '../pictures.ts';

export const ownTheServer: Article = {
  id: 'own-the-server',
  title: 'What to do when you own the server',
  blocks: [
    paragraph(rich`Use the CORS support of your framework or proxy, in one place only. Then check these:`),
    list(
      rich`It runs before authentication and before the router, so that it can answer ${code('OPTIONS')}.`,
      rich`It names the origins that you trust, in full: scheme, host and port, without a slash.`,
      rich`It also adds the headers to error answers.`,
      rich`It sends ${code('Vary: Origin')} when it allows more than one origin.`,
      rich`It allows credentials only where pages need them.`,
    ),
    pictures(corsFirst, loginFirst),
    paragraph(
      rich`"Fix it on the server" in this panel shows the change for your server. "Try this fix in this tab" proves it first, without touching the server. "Copy for the backend team" puts it into words for somebody else.`,
    ),
  ],
  links: [fetchStandard('cors-protocol-examples', 'Fetch § examples'), mdn('Web/HTTP/Guides/CORS', 'MDN: CORS')],
  seeAlso: ['allow-origin', 'credentials', 'not-your-server'],
};

export const notYourServer: Article = {
  id: 'not-your-server',
  title: 'What to do when you cannot change the server',
  blocks: [
    paragraph(
      rich`Only the server can allow your page. When you cannot change it, let a server of yours make the request: servers are not bound by the same-origin policy.`,
    ),
    paragraph(
      rich`While you develop, your development server can do it. The page then calls its own origin, and no permission is needed.`,
    ),
    pictures(devProxy),
    paragraph(rich`In Vite:`),
    lines(
      'server: {',
      '  proxy: {',
      "    '/api': { target: 'https://api.example.com', changeOrigin: true },",
      '  },',
      '}',
    ),
    list(
      rich`In production, use a route of your own backend, or a proxy such as nginx, for the few paths that you need.`,
      rich`Keep keys and tokens on that server, not in the page.`,
      rich`Ask the provider: many services let you register your origin.`,
      rich`Do not use public proxies: they see everything that you send. Do not turn off the browser's security: that fixes it for nobody else.`,
    ),
  ],
  links: [mdn('Web/HTTP/Guides/CORS', 'MDN: CORS')],
  seeAlso: ['same-origin-policy', 'no-cors'],
};
