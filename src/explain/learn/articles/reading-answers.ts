import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, passage, pictures } from '../article.ts';
import { opaqueAnswer, whatCodeSees, whatDevToolsSee } from '../pictures.ts';

export const exposeHeaders: Article = {
  id: 'expose-headers',
  title: 'Access-Control-Expose-Headers',
  blocks: [
    paragraph(
      rich`DevTools shows every header of an answer. Code on another origin can read only a few: ${code('Cache-Control')}, ${code('Content-Language')}, ${code('Content-Length')}, ${code('Content-Type')}, ${code('Expires')}, ${code('Last-Modified')} and ${code('Pragma')}.`,
    ),
    paragraph(
      passage(
        'listed',
        rich`To let it read more, the server lists their names, in the answer to the request itself and not in the preflight's:`,
      ),
    ),
    lines('Access-Control-Expose-Headers: location, link, x-total-count'),
    list(
      rich`${code('*')} exposes all of them, but not for requests with credentials.`,
      rich`${code('Set-Cookie')} is never readable.`,
      rich`One name that is none, such as one in quotes, makes the whole list void.`,
    ),
  ],
  links: [
    fetchStandard('http-access-control-expose-headers', 'Fetch § Access-Control-Expose-Headers'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Expose-Headers', 'MDN: Access-Control-Expose-Headers'),
  ],
  seeAlso: ['credentials', 'opaque-errors'],
};

export const opaqueErrors: Article = {
  id: 'opaque-errors',
  title: 'Why does JavaScript get only "Failed to fetch"?',
  blocks: [
    paragraph(
      rich`Your code gets ${code('TypeError: Failed to fetch')}, ${code('NetworkError')} or ${code('Load failed')}, and nothing that tells why.`,
    ),
    pictures(whatCodeSees, whatDevToolsSee),
    paragraph(
      rich`That is on purpose. If an error told more, a page could probe the network behind your browser: which hosts exist, which ports are open, where you are signed in. So every failure looks the same to code.`,
    ),
    paragraph(
      passage(
        'devtools',
        rich`You may see more than the page may. The reason is in the browser's console, and in this panel.`,
      ),
    ),
    paragraph(rich`So do not tell users that the network is down when ${code('fetch')} fails: your code cannot know.`),
  ],
  links: [fetchStandard('main-fetch', 'Fetch § main fetch'), mdn('Web/HTTP/Guides/CORS/Errors', 'MDN: CORS errors')],
  seeAlso: ['same-origin-policy', 'no-cors', 'not-cors'],
};

export const noCors: Article = {
  id: 'no-cors',
  title: 'What does no-cors do?',
  blocks: [
    paragraph(
      passage(
        'opaque',
        rich`${code('no-cors')} is no way around CORS. It gives up reading: the request is sent, and your code gets an opaque answer with status 0, no headers and no body.`,
      ),
    ),
    pictures(opaqueAnswer),
    paragraph(
      rich`Images, scripts and style sheets are loaded like this unless they have a ${code('crossorigin')} attribute. The page can show or run them, but not look inside.`,
    ),
    list(
      rich`With ${code('no-cors')} the method can only be ${code('GET')}, ${code('HEAD')} or ${code('POST')}, and headers such as ${code('Authorization')} are left out.`,
      passage(
        'redirects',
        rich`Such a request has to follow redirects: with ${code("redirect: 'error'")} or ${code("redirect: 'manual'")} browsers refuse it.`,
      ),
      rich`For your code to read the answer, leave the mode at ${code('cors')} and let the server allow your page's origin.`,
    ),
  ],
  links: [mdn('Web/API/Request/mode', 'MDN: Request.mode'), fetchStandard('main-fetch', 'Fetch § main fetch')],
  seeAlso: ['allow-origin', 'not-your-server'],
};
