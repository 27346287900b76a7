import type { Exchange, Hop } from '../exchange/exchange.ts';
import { explainVerdict } from '../explain/explain-verdict.ts';
import { browserNames } from '../explain/explain-warning.ts';
import { fetchStandard, localNetworkAccessSpecification } from '../explain/link.ts';
import { code, listed } from '../explain/quote.ts';
import { joinSentences, type RichText, rich } from '../explain/rich-text.ts';
import { detectServer } from '../fix/detect-server.ts';
import type { Fix } from '../fix/fix.ts';
import { fixFor, needsOf } from '../fix/fix-exchange.ts';
import type { ServerId } from '../fix/recipes/registry.ts';
import type { Verdict } from '../judge/verdict.ts';
import { changeBlocks } from './change-blocks.ts';
import { copyAsCurl } from './copy-as-curl.ts';
import type { Block, Document } from './document.ts';
import { forTheServer } from './for-the-server.ts';
import { hopTexts } from './http-text.ts';
import { maskUrl } from './mask.ts';

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
    { kind: 'paragraph', text: whoIsConcerned(exchange, verdict, fix, elsewhere) },
    { kind: 'heading', text: ['Why'] },
    { kind: 'paragraph', text: why(exchange, verdict) },
    ...whatElse(exchange, verdict),
    { kind: 'heading', text: ['What was sent and answered'] },
    ...wireBlocks(exchange, verdict, hop),
    { kind: 'heading', text: ['What to change'] },
    ...changeBlocks(fix, options.server, guesses),
    ...curlBlocks(exchange, verdict),
    { kind: 'heading', text: ['The rule'] },
    { kind: 'paragraph', text: rule(verdict) },
  ];
}

function title(exchange: Exchange, verdict: Verdict, hop: Hop): RichText {
  const origin = needsOf(exchange, verdict, 0)?.origin ?? exchange.initiator.origin ?? 'null';
  const request = code(`${hop.method} ${withoutQuery(hop.url)}`);
  return verdict.outcome === 'allowed'
    ? rich`CORS: pages of ${code(origin)} and ${request}`
    : rich`CORS: pages of ${code(origin)} cannot use ${request}`;
}

function withoutQuery(url: string): string {
  return maskUrl(url.replace(/[?#].*$/s, ''));
}

function whoIsConcerned(exchange: Exchange, verdict: Verdict, fix: Fix, elsewhere: readonly Verdict[]): RichText {
  const from = exchange.initiator.url ?? exchange.initiator.origin;
  const page = from === null ? rich`A page` : rich`The page ${code(maskUrl(from))}`;
  if (verdict.outcome === 'allowed')
    return rich`${page} can read the answer. There is something to improve all the same.`;
  const request = rich`${page} makes this request in its visitors' browsers, and does not get the answer.`;
  if (fix.kind !== 'headers') return rich`${request} The server's CORS headers alone do not cure that.`;
  const all = [verdict, ...elsewhere];
  const refusing = all.filter(({ outcome }) => outcome === verdict.outcome);
  const names = listed(
    refusing.map(({ engine }) => browserNames[engine]),
    (name) => name,
  );
  const who =
    refusing.length === all.length ? rich`every visitor is concerned` : rich`visitors with ${names} are concerned`;
  return rich`${request} It is the browser that refuses (${names}), because of what the server answered: ${who}, while curl, Postman and other servers get through, since only browsers apply CORS.`;
}

function why(exchange: Exchange, verdict: Verdict): RichText {
  const words = explainVerdict(exchange, verdict);
  return forTheServer(joinSentences([[...words.headline, '.'], ...words.story]));
}

function whatElse(exchange: Exchange, verdict: Verdict): Block[] {
  const { alsoWrong, contradiction } = explainVerdict(exchange, verdict);
  const blocks: Block[] = [];
  if (alsoWrong.length > 0) {
    blocks.push({ kind: 'paragraph', text: ['Once that is cured, this would be refused next:'] });
    blocks.push({ kind: 'list', items: alsoWrong.map(forTheServer) });
  }
  if (contradiction !== null) blocks.push({ kind: 'paragraph', text: forTheServer(contradiction) });
  return blocks;
}

function wireBlocks(exchange: Exchange, verdict: Verdict, decisive: Hop): Block[] {
  const before = exchange.hops.slice(0, verdict.hop);
  const redirects = before.map(
    (hop) => rich`${code(maskUrl(hop.url))} redirects to ${code(maskUrl(hop.redirectedTo ?? ''))}.`,
  );
  const asked = needsOf(exchange, verdict, verdict.hop)?.requestHeaders.map((name) => name.toLowerCase()) ?? [];
  return [
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

/** A request that CORS has nothing to do with shows nothing in curl. */
function curlBlocks(exchange: Exchange, verdict: Verdict): Block[] {
  if (verdict.outcome !== 'blocked' && verdict.outcome !== 'allowed') return [];
  const commands = [copyAsCurl(exchange, verdict, 'preflight'), copyAsCurl(exchange, verdict, 'request')];
  return [
    { kind: 'heading', text: ['See it yourself'] },
    {
      kind: 'paragraph',
      text: [
        'These commands send what the browser sends. curl applies no CORS: look at the headers of the answer. The comments say what has to be there after the change.',
      ],
    },
    ...commands.filter((command) => command !== null).map((text): Block => ({ kind: 'code', language: 'sh', text })),
  ];
}

function rule(verdict: Verdict): RichText {
  const check = verdict.checks.find(({ status }) => status === 'failed');
  const link =
    check?.name === 'local-network'
      ? localNetworkAccessSpecification(check.anchor)
      : fetchStandard(check?.anchor ?? 'http-cors-protocol');
  return rich`${link.label}: ${code(link.url)}`;
}
