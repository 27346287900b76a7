import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, list, paragraph, table } from '../article.ts';

export const origins: Article = {
  id: 'origins',
  title: 'What is an origin, and when are two the same?',
  blocks: [
    paragraph(
      rich`An origin is three things together: the scheme, the host and the port. Path, query and fragment do not belong to it.`,
    ),
    paragraph(
      rich`Two origins are the same only if all three are the same. For a page at ${code('https://app.test/shop')}:`,
    ),
    table(
      ['URL', 'Same origin?', 'Why'],
      [[code('https://app.test/cart?id=1')], ['Yes'], ['Only the path and the query differ.']],
      [[code('https://app.test:443/')], ['Yes'], rich`${code('443')} is the default port of ${code('https')}.`],
      [[code('http://app.test/')], ['No'], ['The scheme differs.']],
      [[code('https://api.app.test/')], ['No'], ['The host differs: each subdomain is an origin of its own.']],
      [[code('https://www.app.test/')], ['No'], ['The host differs.']],
      [[code('https://app.test:8443/')], ['No'], ['The port differs.']],
    ),
    paragraph(
      rich`In headers an origin is written without a slash at its end, in lower case, and without the default port. Browsers compare it byte by byte.`,
    ),
    list(
      rich`${code('http://localhost:3000')} and ${code('http://127.0.0.1:3000')} are two origins, although they are one machine.`,
      rich`${code('http://localhost:3000')} and ${code('http://localhost:5173')} are two origins, because the ports differ.`,
      rich`A sandboxed frame, and a page opened from a file, have the origin ${code('null')}.`,
    ),
    paragraph(
      rich`A site is wider than an origin: ${code('https://app.example.com')} and ${code('https://api.example.com')} are one site, but two origins. Cookies go by site, CORS goes by origin.`,
    ),
  ],
  links: [
    mdn('Glossary/Origin', 'MDN: origin'),
    mdn('Glossary/Site', 'MDN: site'),
    fetchStandard('origin-header', 'Fetch § Origin header'),
  ],
  seeAlso: ['same-origin-policy', 'null-origin'],
};
