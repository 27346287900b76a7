import type { EngineName } from '../../cors/engine-name.ts';
import type { Situation } from '../situation.ts';
import { visible } from '../visible.ts';
import type { BrowserMessage } from '../words.ts';
import { chromiumMessage } from './chromium-message.ts';
import { firefoxMessage } from './firefox-message.ts';
import { webkitMessage } from './webkit-message.ts';

/** What each engine writes into its console about a blocked request; null where it writes nothing, or nothing was blocked. */
export function browserMessages(situation: Situation): Readonly<Record<EngineName, BrowserMessage | null>> {
  const { reason } = situation.verdict;
  if (reason === null) return { chromium: null, firefox: null, webkit: null };
  const message = (text: string | null): BrowserMessage | null =>
    text === null ? null : { text: visible(text), link: null };
  return {
    chromium: message(chromiumMessage(reason, situation)),
    firefox: firefoxMessage(reason, situation),
    webkit: message(webkitMessage(reason, situation)),
  };
}
