import { browser, isFirefox, type Runtime } from '../browser.ts';
import { readPageTiming } from '../capture/page-timing.ts';
import { readMessage } from '../messages.ts';
import { isOurs } from './is-ours.ts';

/**
 * Asks frames for their resource timing on behalf of Firefox's DevTools pages, which reach a tab's top document only. In
 * the page's own world, because to an extension Firefox tells the status of answers that it keeps from the page.
 */
export function askFrames(): void {
  if (!isFirefox) return;
  browser.runtime.onMessage.addListener((data: unknown, sender: Runtime.MessageSender) => {
    const question = isOurs(sender) ? readMessage('frame', data) : null;
    if (question === null) return;
    return lookUp(question.tabId, question.frameId, question.urls);
  });
}

async function lookUp(tabId: number, frameId: number, urls: readonly string[]): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    world: 'MAIN',
    func: readPageTiming as unknown as () => void,
    args: [urls],
  });
  return answer?.result;
}
