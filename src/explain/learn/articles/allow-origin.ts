import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, passage } from '../article.ts';

export const allowOrigin: Article = {
  id: 'allow-origin',
  title: 'Access-Control-Allow-Origin',
  blocks: [
    paragraph(
      passage(
        'needed',
        rich`This header says who may read the answer. It holds one origin, or ${code('*')} for every origin. The answer needs it, and so does the answer to a preflight.`,
      ),
    ),
    lines('Access-Control-Allow-Origin: https://app.test', 'Vary: Origin'),
    list(
      passage(
        'one-origin',
        rich`There is no list and no pattern. To allow several origins, let the server compare the request's ${code('Origin')} with its list, and answer with that one origin.`,
      ),
      passage(
        'vary',
        rich`A server that answers different origins differently has to send ${code('Vary: Origin')} with every answer. Otherwise a cache may hand one origin's answer to another.`,
      ),
      passage(
        'several',
        rich`Two of these headers are one too many, even when they say the same. It happens when the app and a proxy both add it.`,
      ),
      rich`${code('*')} does not allow requests with credentials.`,
      rich`Do not send back whatever ${code('Origin')} comes in: that allows every website. With credentials it lets them all act as your users.`,
      rich`Error answers and redirects need the header too, or your code cannot see them.`,
    ),
  ],
  links: [
    fetchStandard('http-access-control-allow-origin', 'Fetch § Access-Control-Allow-Origin'),
    fetchStandard('cors-protocol-and-http-caches', 'Fetch § CORS protocol and HTTP caches'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Allow-Origin', 'MDN: Access-Control-Allow-Origin'),
  ],
  seeAlso: ['origins', 'credentials', 'own-the-server'],
};
