import type { BrowserDriver, DrivenPage } from '../browsers/browser-driver.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { until } from '../browsers/until.ts';
import type { TruthCase, TruthVerdict } from '../truth/truth-case.ts';
import type { CaseServer } from './case-server.ts';
import { type EngineWords, truthOf } from './engine-words.ts';
import { stepsOf } from './lab-step.ts';
import { runStep, type ScriptSaw } from './script-saw.ts';

/** The lab's pages are on this machine: local network access would answer in place of CORS. */
const chromiumArguments = ['--disable-features=LocalNetworkAccessChecks'];

/** How long a browser may take to say why, in milliseconds. Some refusals it never explains. */
const patience = 1_000;

export function launchForLab(engine: BrowserDriver['engine']): Promise<BrowserDriver> {
  return engine === 'chromium'
    ? launchChromium('dist/chrome-test', { args: chromiumArguments })
    : launchFirefox('dist/firefox-test', { preferences: { 'network.lna.enabled': false } });
}

/** Runs the cases one after the other in a browser that a driver drives. */
export async function recordDriven(
  browser: BrowserDriver,
  cases: readonly TruthCase[],
  server: CaseServer,
  progress: (done: number) => void,
): Promise<Map<string, TruthVerdict>> {
  const page = await browser.openPage(server.pageUrl);
  const recorded = new Map<string, TruthVerdict>();
  for (const truthCase of cases) {
    const [first, second] = await recordCase(browser, page, truthCase, server);
    if (first) recorded.set(truthCase.id, second ? { ...first, second } : first);
    progress(recorded.size);
  }
  await page.close();
  return recorded;
}

/** The verdict on each of the case's requests. */
export async function recordCase(
  browser: BrowserDriver,
  page: DrivenPage,
  truthCase: TruthCase,
  server: CaseServer,
): Promise<TruthVerdict[]> {
  const verdicts: TruthVerdict[] = [];
  let known = 0;
  for (const step of stepsOf(truthCase)) {
    const saw = await runStep(page, step);
    const words = await wordsFor(page, truthCase.id, saw, known);
    known = words.known;
    verdicts.push(truthOf(browser.engine, step.request.mode, saw, server.takeSent(truthCase.id), words.first));
  }
  return verdicts;
}

/**
 * The words that tell most, of those that came after the first `known` ones. Of a failed preflight Firefox says why, and that
 * it failed, in either order.
 */
async function wordsFor(
  page: DrivenPage,
  id: string,
  { outcome }: ScriptSaw,
  known: number,
): Promise<{ first: EngineWords | null; known: number }> {
  const mine = async () => (await page.ownVerdicts()).filter(({ url }) => url.includes(`case=${id}`));
  const spoken = async () => {
    const all = await mine();
    return all.slice(known).some((words) => !isVague(words)) ? all : undefined;
  };
  const mayBeExplained = outcome === 'refused' || outcome === 'sent';
  const all = mayBeExplained ? await until(spoken, 'an explanation', patience).catch(mine) : await mine();
  const fresh = all.slice(known);
  const withReason = fresh.filter(({ reason }) => reason !== null);
  const first = withReason.find((words) => !isVague(words)) ?? withReason[0] ?? fresh[0] ?? null;
  return { first, known: all.length };
}

function isVague({ reason }: EngineWords): boolean {
  return reason === 'CORSDidNotSucceed2';
}
