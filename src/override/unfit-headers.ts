import { code } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';

/** Headers that a person's rule may not touch, by the reason. Names in lower case; `*` at the end stands for any rest. */
interface Unfit {
  readonly names: readonly string[];
  readonly why: RichText;
}

const belongsToConnection = rich`It belongs to the connection between browser and server, and the browser has to write it itself.`;

const unfitInRequests: readonly Unfit[] = [
  {
    names: ['connection', 'content-length', 'expect', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
    why: belongsToConnection,
  },
  { names: ['proxy-*'], why: rich`It is between the browser and a proxy. The server never sees it.` },
  { names: ['host'], why: rich`It follows from the URL. To reach another host, change the URL in the page's code.` },
  {
    names: ['origin', 'access-control-request-*'],
    why: rich`A changed one only misleads the server. The browser compares the answer with what the request really is.`,
  },
  { names: ['sec-*'], why: rich`Servers rely on it as the browser's own word.` },
  {
    names: ['cookie', 'cookie2'],
    why: rich`A rule would send it even where the page asks for no credentials. Set the cookie in the storage tool of DevTools.`,
  },
];

const unfitInAnswers: readonly Unfit[] = [
  {
    names: [
      'connection',
      'content-encoding',
      'content-length',
      'keep-alive',
      'trailer',
      'transfer-encoding',
      'upgrade',
    ],
    why: rich`It says how the answer came over the connection, and by then the browser has read it.`,
  },
  {
    names: ['set-cookie', 'set-cookie2', 'strict-transport-security', 'clear-site-data', 'alt-svc', 'nel', 'report-to'],
    why: rich`What it does would outlive the override.`,
  },
  {
    names: ['access-control-max-age'],
    why: rich`An override always sends ${code('Access-Control-Max-Age: 0')}, so that no preflight answered under it is remembered.`,
  },
  {
    names: ['age', 'cache-control', 'etag', 'expires', 'last-modified', 'pragma'],
    why: rich`What the browser keeps of the answer would outlive the override.`,
  },
];

/** Why a person's rule may not touch a header; null where it may. */
export function whyUnfit(direction: 'request' | 'response', name: string): RichText | null {
  const wanted = name.toLowerCase();
  const table = direction === 'request' ? unfitInRequests : unfitInAnswers;
  const row = table.find(({ names }) => names.some((each) => matches(each, wanted)));
  return row?.why ?? null;
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** Request headers that Chromium appends to. It refuses a rule that appends to another one. */
export const appendableInChromium: readonly string[] = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-language',
  'forwarded',
  'if-match',
  'if-none-match',
  'range',
  'user-agent',
  'via',
  'want-digest',
  'x-forwarded-for',
];
