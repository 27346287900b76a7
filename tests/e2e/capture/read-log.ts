import { ExchangeLog } from '../../../src/exchange/fold.ts';
import type { Observation } from '../../../src/exchange/observation.ts';
import { channelName, type KeeperMessage, type KeeperState } from '../../../src/messages.ts';
import type { BrowserDriver, DrivenDocument, DrivenPage } from '../../browsers/browser-driver.ts';
import { until } from '../../browsers/until.ts';

interface Answer {
  readonly recording: KeeperState['recording'];
  readonly observations: readonly Observation[];
}

/** Milliseconds in which a keeper answers whose log is not huge. */
const usualAnswer = 1_000;

/** Asks the keeper of a tab for its log, as a panel does; null when no keeper answers. */
async function askKeeper(
  browser: BrowserDriver,
  { tabId }: DrivenPage,
  answerWithin = usualAnswer,
): Promise<Answer | null> {
  // Any page of the extension's origin will do.
  const asker = await browser.openExtensionPage('manifest.json');
  const answer = await askFrom(asker, tabId, answerWithin);
  await asker.close();
  return answer;
}

function askFrom(asker: DrivenDocument, tabId: number, answerWithin = usualAnswer): Promise<Answer | null> {
  return asker.evaluate(
    (name, milliseconds) =>
      new Promise<Answer | null>((settle) => {
        const channel = new BroadcastChannel(name);
        let observations: Observation[] | null = null;
        const end = (answer: Answer | null) => {
          channel.close();
          settle(answer);
        };
        channel.onmessage = ({ data }: { data: KeeperMessage }) => {
          if (data.kind === 'replay' && data.panel === 'test') {
            observations = [...(observations ?? []), ...data.observations];
          }
          // A state follows the replay; those before it are news for all.
          if (data.kind === 'state' && observations) end({ recording: data.state.recording, observations });
        };
        channel.postMessage({ kind: 'hello', panel: 'test' });
        setTimeout(() => end(null), milliseconds);
      }),
    channelName(tabId),
    answerWithin,
  );
}

/** Whether somebody keeps a log of the tab. */
export async function hasKeeper(browser: BrowserDriver, page: DrivenPage): Promise<boolean> {
  return (await askKeeper(browser, page)) !== null;
}

/**
 * Waits until the tab is being recorded and its log is as it should be.
 *
 * @param patience milliseconds; more than usual where the log is huge
 */
export async function logOnce(
  browser: BrowserDriver,
  page: DrivenPage,
  what: string,
  isSo: (log: ExchangeLog) => boolean = () => true,
  patience?: number,
): Promise<ExchangeLog> {
  return (await keptOnce(browser, page, what, isSo, patience)).log;
}

/** A log, and what it is folded from. */
export interface Kept {
  readonly log: ExchangeLog;
  readonly observations: readonly Observation[];
}

/** The same, with what the log is folded from. */
export function keptOnce(
  browser: BrowserDriver,
  page: DrivenPage,
  what: string,
  isSo: (log: ExchangeLog) => boolean = () => true,
  patience?: number,
): Promise<Kept> {
  const answerWithin = patience === undefined ? usualAnswer : patience / 4;
  return until(async () => accepted(await askKeeper(browser, page, answerWithin), isSo), what, patience);
}

/** The log from a page of the extension that is open already. */
export async function logFrom(
  asker: DrivenDocument,
  { tabId }: DrivenPage,
  what: string,
  isSo: (log: ExchangeLog) => boolean = () => true,
): Promise<ExchangeLog> {
  return (await until(async () => accepted(await askFrom(asker, tabId), isSo), what)).log;
}

function accepted(answer: Answer | null, isSo: (log: ExchangeLog) => boolean): Kept | undefined {
  if (answer?.recording !== 'on') return undefined;
  const log = new ExchangeLog();
  log.add(answer.observations);
  return isSo(log) ? { log, observations: answer.observations } : undefined;
}
