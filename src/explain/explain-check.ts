import type { Check } from '../cors/check.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { fetchStandard } from './link.ts';
import type { CheckWords } from './words.ts';

/** One check in words, with the bytes that failed marked. */
export function explainCheck(check: Check, _exchange: Exchange): CheckWords {
  return { text: [check.name, ' ', { code: check.value ?? '' }], link: fetchStandard(check.anchor) };
}
