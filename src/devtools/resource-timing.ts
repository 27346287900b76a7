import { browser } from '../browser.ts';
import { readPageTiming } from '../capture/page-timing.ts';
import type { FrameQuestion } from '../messages.ts';
import { askPage } from './ask-page.ts';
import { readTiming, type TimingEntry } from './timing-entry.ts';

/**
 * The entries of a frame's resource timing for these addresses; none where it does not tell. The page may lie about its
 * own requests. Its top document is asked through DevTools, the frames in it, which DevTools give no way to, by the
 * background.
 */
export async function askResourceTiming(
  tabId: number,
  frameId: number,
  urls: readonly string[],
): Promise<readonly TimingEntry[]> {
  const answer =
    frameId === 0
      ? await askPage(`(${readPageTiming})(${JSON.stringify(urls)})`)
      : await askFrame(tabId, frameId, urls);
  return readTiming(answer);
}

function askFrame(tabId: number, frameId: number, urls: readonly string[]): Promise<unknown> {
  const question: FrameQuestion = { kind: 'ask-frame', tabId, frameId, urls };
  return browser.runtime.sendMessage(question).catch(() => undefined);
}
