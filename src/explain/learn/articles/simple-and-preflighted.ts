import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, passage, pictures } from '../article.ts';
import { askedFirst, sentAtOnce } from '../pictures.ts';

export const simpleAndPreflighted: Article = {
  id: 'simple-and-preflighted',
  title: 'Which requests need a preflight?',
  blocks: [
    paragraph(
      rich`Forms and images could send requests to other sites long before CORS. A request that is no more than that is sent at once, and only its answer is checked. It is often called simple.`,
    ),
    paragraph(
      rich`Anything more needs permission first. The browser asks with a preflight: an ${code('OPTIONS')} request without credentials, which names the method and the headers. Only when the server agrees is the request itself sent.`,
    ),
    pictures(sentAtOnce, askedFirst),
    paragraph(passage('needed', rich`A request is sent without a preflight if all of this is true:`)),
    list(
      rich`The method is ${code('GET')}, ${code('HEAD')} or ${code('POST')}.`,
      rich`Your code sets no headers but ${code('Accept')}, ${code('Accept-Language')}, ${code('Content-Language')}, ${code('Content-Type')} and a simple ${code('Range')}, with plain values of up to 128 bytes.`,
      rich`The ${code('Content-Type')} is ${code('text/plain')}, ${code('multipart/form-data')} or ${code('application/x-www-form-urlencoded')}.`,
      rich`Nothing listens to upload progress, and the body is not a stream.`,
    ),
    paragraph(
      passage(
        'answer',
        rich`So JSON needs a preflight, and so does an ${code('Authorization')} header. This is what the browser asks, and what the server has to answer:`,
      ),
    ),
    lines(
      'OPTIONS /orders/7',
      'Origin: https://app.test',
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Headers: authorization,content-type',
      '',
      '204 No Content',
      'Access-Control-Allow-Origin: https://app.test',
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Headers: authorization, content-type',
    ),
    paragraph(
      passage(
        'status',
        rich`The answer to a preflight needs a status from 200 to 299, and may not be a redirect. A failed preflight means that the request was never sent.`,
      ),
    ),
    paragraph(rich`The answer to the request itself needs ${code('Access-Control-Allow-Origin')} too.`),
  ],
  links: [
    fetchStandard('cors-preflight-request', 'Fetch § CORS-preflight request'),
    fetchStandard('cors-preflight-fetch', 'Fetch § CORS-preflight fetch'),
    mdn('Web/HTTP/Guides/CORS', 'MDN: CORS'),
  ],
  seeAlso: ['request-headers', 'allow-methods', 'allow-headers', 'max-age'],
};
