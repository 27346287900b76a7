import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, passage, pictures, table } from '../article.ts';
import { credentialsAllowed, credentialsRefused, withoutCredentials } from '../pictures.ts';

export const credentials: Article = {
  id: 'credentials',
  title: 'Credentials, and Access-Control-Allow-Credentials',
  blocks: [
    paragraph(
      rich`Credentials are what the browser adds by itself: cookies, client certificates, and a login that it remembers. An ${code('Authorization')} header that your code sets is not one of them: it is a header like any other.`,
    ),
    paragraph(rich`To another origin, ${code('fetch')} sends no credentials unless your code asks for them:`),
    lines(
      "fetch(url, { credentials: 'include' })",
      'xhr.withCredentials = true',
      '<img crossorigin="use-credentials">',
    ),
    paragraph(
      passage(
        'agree',
        rich`A request that asks for them counts as credentialed, even if there is no cookie to send. Then the server has to agree:`,
      ),
    ),
    lines('Access-Control-Allow-Origin: https://app.test', 'Access-Control-Allow-Credentials: true', 'Vary: Origin'),
    pictures(withoutCredentials, credentialsAllowed, credentialsRefused),
    table(
      ['Request', 'Allow-Origin', 'Allow-Credentials', 'Readable?'],
      [['Without credentials'], [code('*')], ['Not sent'], ['Yes']],
      [['Without credentials'], [code('https://app.test')], ['Not sent'], ['Yes']],
      [['With credentials'], [code('*')], [code('true')], ['No']],
      [['With credentials'], [code('https://app.test')], ['Not sent'], ['No']],
      [['With credentials'], [code('https://app.test')], [code('true')], ['Yes']],
    ),
    list(
      passage(
        'true',
        rich`The value is ${code('true')}, in lower case. ${code('True')} and ${code('1')} do not count.`,
      ),
      passage('wildcard', rich`With credentials, ${code('*')} is no wildcard in any of the headers.`),
      rich`The preflight itself never carries credentials, so let it pass before authentication.`,
      rich`A cookie also has to be one that browsers send to another site: ${code('SameSite=None; Secure')}. And the user may have blocked cookies of other sites.`,
    ),
    paragraph(
      passage(
        'only-where-needed',
        rich`Ask for credentials only where the server needs them, and let it allow them only there. Without them the rules are simpler, and safer.`,
      ),
    ),
  ],
  links: [
    fetchStandard('cors-protocol-and-credentials', 'Fetch § CORS protocol and credentials'),
    mdn('Web/API/Request/credentials', 'MDN: credentials'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Allow-Credentials', 'MDN: Access-Control-Allow-Credentials'),
  ],
  seeAlso: ['allow-origin', 'allow-headers', 'expose-headers'],
};
