import type { Exchange } from '../exchange/exchange.ts';
import { code } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import type { Verdict } from '../judge/verdict.ts';
import { backendMessage } from './backend-message.ts';
import type { Block, Document } from './document.ts';
import { maskText, maskUrl } from './mask.ts';

/** An exchange with what was decided about it, and that in few words. */
export interface ListedExchange {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly short: string;
}

export interface ListOptions {
  /** Name and version of the browser that saw the exchanges: "Chromium 156". */
  readonly browser: string;
  /** Only when the person asked for them. */
  readonly withSecrets?: boolean;
}

/** Of so many refused requests there is everything; of the others the line in the list. */
const toldInFull = 20;

/**
 * A list of exchanges for people to read: one line each, then all about those that were refused, as the message to the
 * backend has it. That message masks secrets always.
 */
export function listDocument(
  listed: readonly ListedExchange[],
  { browser, withSecrets = false }: ListOptions,
): Document {
  const blocked = listed.filter(({ verdict }) => verdict.outcome === 'blocked');
  const line = (each: ListedExchange): RichText => lineOf(each, withSecrets);
  const inFull = blocked
    .slice(0, toldInFull)
    .flatMap(({ exchange, verdict }) => [...backendMessage(exchange, verdict)]);
  const count = `${counted(listed.length, 'cross-origin request')}, ${blocked.length} blocked. Seen by ${browser}.`;
  const blocks: Block[] = [
    { kind: 'title', text: ['CORS Lens report'] },
    { kind: 'paragraph', text: [count] },
    { kind: 'list', items: listed.map(line) },
    ...inFull,
  ];
  if (blocked.length > toldInFull) {
    const more = counted(blocked.length - toldInFull, 'more blocked request');
    blocks.push({ kind: 'paragraph', text: [`${more} in the list above.`] });
  }
  return blocks;
}

function lineOf({ exchange, verdict, short }: ListedExchange, withSecrets: boolean): RichText {
  const [hop] = exchange.hops;
  const url = hop?.url ?? '';
  const request = code(`${hop?.method ?? ''} ${withSecrets ? url : maskUrl(url)}`);
  const reason = verdict.reason ?? verdict.notCors ?? '';
  return rich`${request}: ${withSecrets ? short : maskText(short)}${reason === '' ? '' : ` (${reason})`}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
