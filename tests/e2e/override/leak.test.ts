import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserDriver, DrivenDocument, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { until } from '../../browsers/until.ts';
import { logOnce } from '../capture/read-log.ts';
import {
  type Attempt,
  api,
  frameSite,
  type GuardedServers,
  hosts,
  markRequestsAndAnswers,
  openAnswer,
  otherHost,
  otherPort,
  page as pageUrl,
  publicSite,
  type Seen,
  start,
  startGuardedServers,
} from './guarded-servers.ts';
import { giveCommand, openPanelPage, readRules } from './override-port.ts';

const rounds = 60;
const attemptsPerRound = 4;

declare function attemptAll(attempts: readonly Attempt[]): Promise<Seen[]>;
declare function inFrame(src: string, sandbox: boolean, attempts: readonly Attempt[]): Promise<Seen[]>;
declare const early: Promise<Seen[]>;

/** A small generator with a seed, so that a failure can be told again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

let servers: GuardedServers;

beforeAll(async () => {
  servers = await startGuardedServers();
});
afterAll(() => servers.close());

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let tab: DrivenPage;
  let otherTab: DrivenPage;
  let panel: DrivenDocument;

  beforeAll(async () => {
    browser = await launch(engine, { hosts });
    otherTab = await browser.openPage(`${pageUrl}/other-tab`);
    tab = await browser.openPage(`${pageUrl}/tab`);
    await browser.openDevTools(tab);
    await logOnce(browser, tab, 'the keeper');
    panel = await openPanelPage(browser, tab);
  });
  afterAll(() => browser.close());

  async function startOverride(): Promise<void> {
    expect(await giveCommand(panel, tab.tabId, start)).toEqual({ done: true });
    expect(await giveCommand(panel, tab.tabId, markRequestsAndAnswers)).toEqual({ done: true });
  }

  function attemptIn(where: DrivenDocument, attempts: readonly Attempt[]): Promise<Seen[]> {
    return where.evaluate((wanted) => attemptAll(wanted), attempts);
  }

  function attemptInFrame(where: DrivenDocument, site: string, sandbox: boolean, attempts: readonly Attempt[]) {
    return where.evaluate((src, isSandboxed, wanted) => inFrame(src, isSandboxed, wanted), site, sandbox, attempts);
  }

  /** What an override must not reach, each with the server that is asked. */
  const places: Readonly<Record<string, [server: string, attempt: (attempts: readonly Attempt[]) => Promise<Seen[]>]>> =
    {
      'another tab': [api, (attempts) => attemptIn(otherTab, attempts)],
      'a frame of another site': [api, (attempts) => attemptInFrame(tab, `${frameSite}/frame`, false, attempts)],
      'a sandboxed frame': [api, (attempts) => attemptInFrame(tab, `${pageUrl}/frame`, true, attempts)],
      'a frame of another site in another tab': [
        api,
        (attempts) => attemptInFrame(otherTab, `${frameSite}/frame`, false, attempts),
      ],
      'to another host': [otherHost, (attempts) => attemptIn(tab, attempts)],
      'to another port': [otherPort, (attempts) => attemptIn(tab, attempts)],
      'after navigation to a public site': [
        api,
        async (attempts) => {
          await tab.goto(`${publicSite}/?attempts=${encodeURIComponent(JSON.stringify(attempts))}`);
          const seen = await tab.evaluate(() => early);
          const after = await attemptIn(tab, attempts);
          await until(async () => (await readRules(browser)).length === 0 || undefined, 'the end of the rules');
          await tab.goto(`${pageUrl}/tab`);
          await startOverride();
          return [...seen, ...after];
        },
      ],
    };

  test(`no override leaks in ${rounds * attemptsPerRound} attempts and more`, async () => {
    const random = randomFrom(engine === 'chromium' ? 7 : 11);
    const names = Object.keys(places);
    const counts = new Map(names.map((name) => [name, 0]));
    const leaks: unknown[] = [];
    let controls = 0;
    await startOverride();
    for (let round = 0; round < rounds; round += 1) {
      // Each place in turn, in an order of chance, so that none is left out.
      const name = names[(round + (round % 2 === 0 ? 0 : random(names.length))) % names.length] ?? '';
      const [server, attempt] = places[name] ?? [api, async () => []];
      const attempts = Array.from({ length: attemptsPerRound }, (_, index): Attempt => {
        const kind = random(2) === 0 ? 'open' : 'closed';
        return {
          url: `${server}/${kind}/${round}-${index}`,
          method: random(2) === 0 ? 'GET' : 'PUT',
          credentials: random(2) === 0 ? 'include' : 'omit',
          header: random(2) === 0,
        };
      });
      const marked = servers.arrived.length;
      const seen = await attempt(attempts);
      for (const [index, saw] of seen.entries()) {
        const made = attempts[index % attempts.length];
        if (!isOwn(made, saw)) leaks.push({ name, made, saw });
      }
      leaks.push(...servers.arrived.slice(marked).filter(({ isMarked }) => isMarked));
      counts.set(name, (counts.get(name) ?? 0) + seen.length);
      // The override is on all the while: else nothing could leak.
      const control: Attempt = {
        url: `${api}/closed/control-${round}`,
        method: 'PUT',
        credentials: 'omit',
        header: true,
      };
      const [controlled] = await attemptIn(tab, [control]);
      expect(controlled).not.toBe('nothing');
      controls += 1;
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const list = [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
    console.log(`${browser.name}: ${total} attempts, ${leaks.length} leaks, ${controls} controls (${list})`);
    expect(total).toBeGreaterThanOrEqual(200);
    expect(Math.min(...counts.values())).toBeGreaterThan(0);
    expect(leaks).toEqual([]);
  }, 240_000);
});

/** Whether a page saw what the server itself answers. */
function isOwn(made: Attempt | undefined, saw: Seen): boolean {
  if (made?.url.includes('/closed/')) return saw === 'nothing';
  if (saw === 'nothing' || 'x-injected' in saw) return false;
  return Object.entries(openAnswer).every(([name, value]) => saw[name] === value);
}
