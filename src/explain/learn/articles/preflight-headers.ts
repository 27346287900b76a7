import { engineNames } from '../../../cors/engine-name.ts';
import { engines } from '../../../cors/engines.ts';
import { browserNames } from '../../browser-names.ts';
import { fetchStandard, mdn } from '../../link.ts';
import { code } from '../../quote.ts';
import { rich } from '../../rich-text.ts';
import { type Article, lines, list, paragraph, passage, pictures, table } from '../article.ts';
import { remembered } from '../pictures.ts';

export const allowMethods: Article = {
  id: 'allow-methods',
  title: 'Access-Control-Allow-Methods',
  blocks: [
    paragraph(
      passage('needed', rich`In the answer to a preflight, this header lists the methods that the origin may use.`),
    ),
    lines('Access-Control-Allow-Methods: PUT, PATCH, DELETE'),
    list(
      rich`${code('GET')}, ${code('HEAD')} and ${code('POST')} are always allowed and need not be listed.`,
      rich`The case counts. Browsers turn ${code('put')} and ${code('delete')} into capitals, but not ${code('patch')}: write ${code('PATCH')} in your code.`,
      rich`${code('*')} allows every method, but not for requests with credentials.`,
      passage(
        'commas',
        rich`Commas separate the names. A space, a semicolon or a quote makes the whole list unreadable.`,
      ),
    ),
  ],
  links: [
    fetchStandard('http-access-control-allow-methods', 'Fetch § Access-Control-Allow-Methods'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Allow-Methods', 'MDN: Access-Control-Allow-Methods'),
  ],
  seeAlso: ['simple-and-preflighted', 'allow-headers'],
};

export const allowHeaders: Article = {
  id: 'allow-headers',
  title: 'Access-Control-Allow-Headers',
  blocks: [
    paragraph(rich`In the answer to a preflight, this header lists the request headers that the origin may send.`),
    lines('Access-Control-Allow-Headers: authorization, content-type, x-request-id'),
    list(
      passage(
        'needed',
        rich`Every header that is not safelisted has to be in the list. Upper and lower case make no difference.`,
      ),
      passage(
        'commas',
        rich`Commas separate the names. A space, a semicolon or a quote makes the whole list unreadable.`,
      ),
      rich`There are no patterns: ${code('x-*')} is taken as a name.`,
      passage(
        'wildcard',
        rich`${code('*')} allows every header, but not for requests with credentials. List ${code('authorization')} by name: the standard does not let ${code('*')} cover it.`,
      ),
      rich`${code('Content-Type')} has to be listed when it is JSON.`,
      rich`A header that a library adds needs permission too, such as ${code('x-requested-with')} or ${code('traceparent')}.`,
    ),
  ],
  links: [
    fetchStandard('http-access-control-allow-headers', 'Fetch § Access-Control-Allow-Headers'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Allow-Headers', 'MDN: Access-Control-Allow-Headers'),
  ],
  seeAlso: ['simple-and-preflighted', 'credentials'],
};

export const maxAge: Article = {
  id: 'max-age',
  title: 'Access-Control-Max-Age',
  blocks: [
    paragraph(
      passage(
        'remembered',
        rich`In the answer to a preflight, this header says for how many seconds the browser may remember it. Until then the same request needs no new preflight.`,
      ),
    ),
    lines('Access-Control-Max-Age: 7200'),
    pictures(remembered),
    paragraph(passage('longest', rich`Browsers set a limit of their own. A longer time is cut to it:`)),
    table(
      ['Browser', 'Longest time', 'Without the header'],
      ...engineNames.map((name) => {
        const { longest, secondsWhenAbsent } = engines[name].preflightCache;
        return [[browserNames[name]], [`${inWords(longest)} (${longest})`], [`${secondsWhenAbsent} seconds`]];
      }),
    ),
    list(
      rich`The browser remembers for each URL. A different query is a different URL.`,
      rich`A remembered answer hides a change on the server until it has run out. Tick "Disable cache" in DevTools' Network panel while you test.`,
      rich`${code('0')} means that the answer is not remembered at all.`,
    ),
  ],
  links: [
    fetchStandard('http-access-control-max-age', 'Fetch § Access-Control-Max-Age'),
    fetchStandard('cors-preflight-cache', 'Fetch § CORS-preflight cache'),
    mdn('Web/HTTP/Reference/Headers/Access-Control-Max-Age', 'MDN: Access-Control-Max-Age'),
  ],
  seeAlso: ['simple-and-preflighted'],
};

function inWords(seconds: number): string {
  const minutes = seconds / 60;
  return minutes < 60 ? `${minutes} minutes` : `${minutes / 60} hours`;
}

export const requestHeaders: Article = {
  id: 'request-headers',
  title: 'Origin, Access-Control-Request-Method and -Headers',
  blocks: [
    paragraph(rich`These are headers of requests. The browser sets them, and your code cannot change them.`),
    list(
      rich`${code('Origin')} names the page's origin. The server compares it with those that it allows.`,
      rich`${code('Access-Control-Request-Method')} tells in a preflight which method the request will use.`,
      rich`${code('Access-Control-Request-Headers')} tells in a preflight which headers it will send that are not safelisted. It is missing where there are none.`,
    ),
    paragraph(
      rich`An ${code('OPTIONS')} request with ${code('Origin')} and ${code('Access-Control-Request-Method')} is a preflight. That is how a server can tell.`,
    ),
  ],
  links: [
    fetchStandard('http-requests', 'Fetch § HTTP requests'),
    fetchStandard('http-access-control-request-method', 'Fetch § Access-Control-Request-Method'),
    mdn('Web/HTTP/Reference/Headers/Origin', 'MDN: Origin'),
  ],
  seeAlso: ['simple-and-preflighted', 'null-origin'],
};
