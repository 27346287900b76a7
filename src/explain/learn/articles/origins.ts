import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, list, paragraph, passage, pictures } from '../article.ts';
import { localPairs, originAnatomy, originPairs } from '../pictures.ts';

export const origins: Article = {
  id: 'origins',
  title: 'What is an origin, and when are two the same?',
  blocks: [
    paragraph(
      rich`An origin is three things together: the scheme, the host and the port. Path, query and fragment do not belong to it.`,
    ),
    pictures(originAnatomy),
    paragraph(
      rich`Two origins are the same only if all three are the same. A port that is not written is the scheme's default: ${code('443')} for ${code('https')}, ${code('80')} for ${code('http')}.`,
    ),
    pictures(originPairs, localPairs),
    paragraph(
      passage(
        'compared',
        rich`In headers an origin is written without a slash at its end, in lower case, and without the default port. Browsers compare it byte by byte.`,
      ),
    ),
    list(
      rich`${code('http://localhost:3000')} and ${code('http://127.0.0.1:3000')} are two origins, although they are one machine.`,
      rich`Each subdomain is an origin of its own, and so is the name with ${code('www.')} in front.`,
      rich`A sandboxed frame, and a page opened from a file, have the origin ${code('null')}.`,
      passage(
        'schemes',
        rich`A page can read from another origin only over ${code('https:')} and ${code('http:')}. Other schemes, such as ${code('file:')}, do not work with CORS.`,
      ),
      passage(
        'same-origin-mode',
        rich`With ${code("mode: 'same-origin'")} your code itself refuses every other origin.`,
      ),
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
