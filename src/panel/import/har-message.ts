import type { Exchange } from '../../exchange/exchange.ts';
import type { HarContents } from '../../exchange/har-reading.ts';

/** What the worker that reads an archive tells the panel. */
export type HarMessage =
  /** So many bytes were read. */
  | { readonly kind: 'progress'; readonly bytes: number }
  /** Some of the exchanges: all at once would hold the panel up. */
  | { readonly kind: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'read'; readonly about: Omit<HarContents, 'exchanges'> }
  | { readonly kind: 'failed'; readonly message: string };
