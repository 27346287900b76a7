import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, list, paragraph, passage, pictures } from '../article.ts';
import { curlIsNotBound, keptFromThePage } from '../pictures.ts';

export const sameOriginPolicy: Article = {
  id: 'same-origin-policy',
  title: 'What does the same-origin policy protect?',
  blocks: [
    paragraph(
      rich`Your browser is signed in to many sites at once. Without a rule, every page you open could use these sessions and read your mail or your bank's pages.`,
    ),
    paragraph(
      passage(
        'rule',
        rich`The same-origin policy is that rule: code of one origin cannot read answers of another. CORS is how a server makes exceptions. The browser names the page's origin in the request, and the server says in its answer whether that origin may read it.`,
      ),
    ),
    pictures(keptFromThePage, curlIsNotBound),
    paragraph(rich`It protects the users of a browser. It does not protect the server:`),
    list(
      rich`Many requests are sent and take effect, although the page cannot read the answer.`,
      rich`Curl, Postman, server code and native apps are not bound by it. They act for nobody else's session, so there is nothing to protect.`,
      rich`A server still has to check who may do what, and still needs protection against forged requests (CSRF).`,
    ),
    paragraph(
      rich`That is why the same request works in curl. To see what the browser sees, send what the browser sends: the ${code('Origin')} header, and where needed the preflight.`,
    ),
    paragraph(
      passage(
        'browsers-differ',
        rich`Browsers follow one standard, but not in every detail. When another browser would decide otherwise about an answer, this panel says so.`,
      ),
    ),
  ],
  links: [
    mdn('Web/Security/Defenses/Same-origin_policy', 'MDN: same-origin policy'),
    fetchStandard('http-cors-protocol', 'Fetch § CORS protocol'),
  ],
  seeAlso: ['simple-and-preflighted', 'opaque-errors'],
};
