import { HeaderList } from '../cors/header-list.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { browserNames } from '../explain/browser-names.ts';
import { explainVerdict } from '../explain/explain-verdict.ts';
import { explainWarning } from '../explain/explain-warning.ts';
import { code, listed } from '../explain/quote.ts';
import { joinSentences, type RichText, rich } from '../explain/rich-text.ts';
import { detectServer } from '../fix/detect-server.ts';
import type { Fix } from '../fix/fix.ts';
import { fixFor, needsOf } from '../fix/fix-exchange.ts';
import type { ServerId } from '../fix/recipes/server-id.ts';
import type { Verdict } from '../judge/verdict.ts';
import { changeBlocks } from './change-blocks.ts';
import { copyAsCurl } from './copy-as-curl.ts';
import type { Block, Document } from './document.ts';
import { forTheServer } from './for-the-server.ts';
import { hopTexts } from './http-text.ts';
import { maskUrl } from './mask.ts';
import { ruleOf } from './rule.ts';

export interface MessageOptions {
  /** What the server runs on, where the person chose it; else it is guessed from the answers. */
  readonly server?: ServerId;
  /** The verdicts of the other engines, judged with what this one's verdict knows, to say whom it concerns. */
  readonly elsewhere?: readonly Verdict[];
}

/**
 * A message to the people who run the server. It stands alone: whoever reads it has seen neither the page nor this tool.
 * Secrets are masked.
 */
export function backendMessage(exchange: Exchange, verdict: Verdict, options: MessageOptions = {}): Document {
  const { elsewhere = [] } = options;
  const hop = exchange.hops[verdict.hop] ?? exchange.hops[0];
  if (hop === undefined) return [];
  const fix = fixFor(exchange, verdict, { elsewhere });
  const guesses = detectServer([...(hop.response?.headers ?? []), ...(hop.preflight?.response?.headers ?? [])]);
  return [
    { kind: 'title', text: title(exchange, verdict, hop) },
    ...whoIsConcerned(exchange, verdict, fix, elsewhere).map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'heading', text: ['Why'] },
    { kind: 'paragraph', text: why(exchange, verdict) },
    ...whatElse(exchange, verdict),
    { kind: 'heading', text: ['What to change'] },
    ...changeBlocks(fix, options.server, guesses),
    ...curlBlocks(exchange, verdict),
    { kind: 'heading', text: ['What was sent and answered'] },
    ...wireBlocks(exchange, verdict, hop),
    ...ruleBlocks(verdict),
  ];
}

function title(exchange: Exchange, verdict: Verdict, hop: Hop): RichText {
  const origin = needsOf(exchange, verdict, 0)?.origin ?? exchange.initiator.origin ?? 'null';
  const request = code(`${hop.method} ${withoutQuery(hop.url)}`);
  return verdict.outcome === 'allowed'
    ? rich`CORS: pages of ${code(origin)} and ${request}`
    : rich`${verdict.outcome === 'not-cors' ? 'Pages' : 'CORS: pages'} of ${code(origin)} cannot use ${request}`;
}

function withoutQuery(url: string): string {
  return maskUrl(url.replace(/[?#].*$/s, ''));
}

function whoIsConcerned(
  exchange: Exchange,
  verdict: Verdict,
  fix: Fix,
  elsewhere: readonly Verdict[],
): readonly RichText[] {
  const from = exchange.initiator.url ?? exchange.initiator.origin;
  const page = from === null ? rich`A page` : rich`The page ${code(maskUrl(from))}`;
  if (verdict.outcome === 'allowed') return [rich`${page} makes this request and can read the answer.`];
  const request = rich`${page} makes this request in its visitors' browsers and does not get the answer.`;
  if (fix.kind !== 'headers') return [request];
  return [
    request,
    rich`${whoRefuses(verdict, elsewhere)} curl, Postman and other servers are not: only browsers apply CORS.`,
  ];
}

function whoRefuses(verdict: Verdict, elsewhere: readonly Verdict[]): RichText {
  const all = [verdict, ...elsewhere];
  const refusing = all.filter(({ outcome }) => outcome === verdict.outcome);
  const names = refusing.map(({ engine }) => browserNames[engine]);
  if (refusing.length < all.length) {
    return rich`Visitors with ${listed(names, (name) => name)} are concerned: there the browser refuses it, because of what the server sends.`;
  }
  const browsers = names.length > 1 ? rich` (${listed(names, (name) => name)})` : '';
  return rich`Every visitor is concerned: the browser${browsers} refuses it, because of what the server sends.`;
}

function why(exchange: Exchange, verdict: Verdict): RichText {
  const words = explainVerdict(exchange, verdict);
  return forTheServer(joinSentences([[...words.headline, '.'], ...words.story]));
}

function whatElse(exchange: Exchange, verdict: Verdict): Block[] {
  const { alsoWrong, contradiction } = explainVerdict(exchange, verdict);
  const blocks: Block[] = [];
  if (verdict.outcome === 'allowed' && verdict.warnings.length > 0) {
    const items = verdict.warnings.map((warning) => forTheServer(explainWarning(warning, exchange, verdict).text));
    blocks.push({ kind: 'paragraph', text: ['There is something to improve all the same:'] }, { kind: 'list', items });
  }
  if (alsoWrong.length > 0) {
    blocks.push({ kind: 'paragraph', text: ['Once that is cured, this would be refused next:'] });
    blocks.push({ kind: 'list', items: alsoWrong.map(forTheServer) });
  }
  if (contradiction !== null) blocks.push({ kind: 'paragraph', text: forTheServer(contradiction) });
  return blocks;
}

function wireBlocks(exchange: Exchange, verdict: Verdict, decisive: Hop): Block[] {
  const redirects = exchange.hops.slice(0, verdict.hop).map(redirectSentence);
  const asked = needsOf(exchange, verdict, verdict.hop)?.requestHeaders.map((name) => name.toLowerCase()) ?? [];
  return [
    ...seenAt(decisive.startedAt),
    ...(redirects.length > 0 ? [{ kind: 'list' as const, items: redirects }] : []),
    ...hopTexts(decisive, asked).flatMap(({ title: text, text: lines }): Block[] =>
      lines === null
        ? [{ kind: 'paragraph', text: [text] }]
        : [
            { kind: 'paragraph', text: [`${text}:`] },
            { kind: 'code', language: 'http', text: lines },
          ],
    ),
  ];
}

function redirectSentence({ url, redirectedTo, response }: Hop): RichText {
  const to = redirectedTo ?? new HeaderList(response?.headers ?? []).get('location');
  return to === null
    ? rich`${code(maskUrl(url))} redirects.`
    : rich`${code(maskUrl(url))} redirects to ${code(maskUrl(to))}.`;
}

/** When to look for it in the server's log. */
function seenAt(time: number): Block[] {
  const date = new Date(time);
  if (Number.isNaN(date.valueOf())) return [];
  return [
    {
      kind: 'paragraph',
      text: [
        `Seen on ${date
          .toISOString()
          .replace('T', ' at ')
          .replace(/\.\d+Z$/, '')} UTC.`,
      ],
    },
  ];
}

/** A request that CORS has nothing to do with shows nothing in curl. */
function curlBlocks(exchange: Exchange, verdict: Verdict): Block[] {
  if (verdict.outcome !== 'blocked' && verdict.outcome !== 'allowed') return [];
  const commands = [copyAsCurl(exchange, verdict, 'preflight'), copyAsCurl(exchange, verdict, 'request')].filter(
    (command) => command !== null,
  );
  if (commands.length === 0) return [];
  return [
    { kind: 'heading', text: ['See it yourself'] },
    {
      kind: 'paragraph',
      text: [
        commands.length === 1
          ? 'This command sends what the browser sends. curl applies no CORS: compare the headers of the answer with those that the comment expects.'
          : 'These commands send what the browser sends. curl applies no CORS: compare the headers of the answers with those that the comments expect.',
      ],
    },
    ...commands.map((text): Block => ({ kind: 'code', language: 'sh', text })),
  ];
}

/** A server that cannot be reached breaks no rule. */
function ruleBlocks(verdict: Verdict): Block[] {
  const link = ruleOf(verdict);
  if (link === null) return [];
  return [
    { kind: 'heading', text: ['The rule'] },
    { kind: 'link', link },
  ];
}
