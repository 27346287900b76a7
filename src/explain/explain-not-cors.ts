import type { Exchange } from '../exchange/exchange.ts';
import type { NotCorsCause } from '../judge/not-cors-cause.ts';
import type { NotCorsWords } from './words.ts';

/** What really failed, said first. */
export function explainNotCors(cause: NotCorsCause, _exchange: Exchange): NotCorsWords {
  return { short: cause, headline: [cause], story: [] };
}
