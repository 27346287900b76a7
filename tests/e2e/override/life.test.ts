import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserDriver, DrivenDocument, DrivenPage } from '../../browsers/browser-driver.ts';
import { engineNames, launch } from '../../browsers/launch.ts';
import { until } from '../../browsers/until.ts';
import { logOnce } from '../capture/read-log.ts';
import {
  type Attempt,
  api,
  type GuardedServers,
  hosts,
  page as pageUrl,
  publicSite,
  type Seen,
  start,
  startGuardedServers,
} from './guarded-servers.ts';
import { giveCommand, openPanelPage, readBadge, readRules, readState, shortenTime } from './override-port.ts';

const kills = 20;

/** Milliseconds between the moments. */
const spread = 4;

declare function attemptAll(attempts: readonly Attempt[]): Promise<Seen[]>;

let servers: GuardedServers;

beforeAll(async () => {
  servers = await startGuardedServers();
});
afterAll(() => servers.close());

describe.each(engineNames)('%s', (engine) => {
  let browser: BrowserDriver;
  let page: DrivenPage;
  let devtools: { close(): Promise<void> };
  let panel: Awaited<ReturnType<typeof openPanelPage>>;
  let isPageOpen = true;
  let path = 0;

  beforeAll(async () => {
    browser = await launch(engine, { hosts });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    page = await browser.openPage(`${pageUrl}/`);
    isPageOpen = true;
    devtools = await browser.openDevTools(page);
    await logOnce(browser, page, 'the keeper');
    panel = await openPanelPage(browser, page);
  });
  afterEach(async () => {
    await panel.close();
    if (isPageOpen) await page.close();
  });

  /** A PUT that is blocked at its preflight, as the server has it. The address is the same each time, for any cache. */
  async function put(where: DrivenDocument): Promise<Seen> {
    const attempt: Attempt = { url: `${api}/closed/life-${path}`, method: 'PUT', credentials: 'omit', header: true };
    const [seen = 'nothing'] = await where.evaluate((wanted) => attemptAll(wanted), [attempt]);
    return seen;
  }

  async function startOverride(): Promise<void> {
    path += 1;
    expect(await put(page)).toBe('nothing');
    expect(await giveCommand(panel, page.tabId, start)).toEqual({ done: true });
    expect(await put(page)).not.toBe('nothing');
    expect(await readBadge(browser, page.tabId)).toBe('30m');
  }

  async function expectNothingLeft(): Promise<void> {
    await until(async () => (await readRules(browser)).length === 0 || undefined, 'the end of the rules');
    const shown = isPageOpen ? page : await browser.openPage(`${pageUrl}/`);
    await shown.goto(`${pageUrl}/`);
    const before = servers.arrived.length;
    expect(await put(shown)).toBe('nothing');
    // Were a preflight remembered, the PUT would have been sent.
    expect(servers.arrived.slice(before)).toEqual([]);
    expect(await readBadge(browser, shown.tabId)).toBe('');
    if (shown !== page) await shown.close();
  }

  test('no rule is there before a click, whatever is browsed', async () => {
    const other = await browser.openPage(`${publicSite}/`);
    await put(page);
    await put(other);
    await page.goto(`${pageUrl}/again`);
    await put(page);
    expect(await readRules(browser)).toEqual([]);
    expect((await readState(panel, page.tabId))?.override).toBeNull();
    await other.close();
  });

  const ends: readonly { name: string; reason: string; happens(): Promise<unknown> }[] = [
    {
      name: 'a person turns it off',
      reason: 'turned-off',
      happens: () => giveCommand(panel, page.tabId, { kind: 'turn-off' }),
    },
    {
      name: 'its time is over',
      reason: 'time',
      async happens() {
        await shortenTime(browser, page.tabId);
        // A new background reads what is noted, and counts anew.
        await browser.stopBackground();
      },
    },
    { name: 'DevTools are closed', reason: 'devtools-closed', happens: () => devtools.close() },
    {
      name: 'the tab is closed',
      reason: 'tab-closed',
      async happens() {
        isPageOpen = false;
        await page.close();
      },
    },
    { name: 'the tab shows a public site', reason: 'left-origin', happens: () => page.goto(`${publicSite}/`) },
    {
      name: 'DevTools are closed in the moment in which the background is ended',
      reason: 'devtools-closed',
      happens: () => Promise.all([browser.stopBackground(), devtools.close()]),
    },
  ];

  test.each(ends)('it ends when $name, and leaves nothing behind', async ({ reason, happens }) => {
    await startOverride();
    await happens();
    await expectNothingLeft();
    const state = await readState(panel, page.tabId);
    expect(state?.override).toBeNull();
    // A tab that closes takes its DevTools along, and either may be told first.
    if (reason !== 'tab-closed') expect(state?.ended?.reason).toBe(reason);
  });

  test(`a background that is ended at ${kills} moments of starts and ends leaves rules and state in agreement`, async () => {
    const found = { on: 0, off: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const isOn = (await readRules(browser)).length > 0;
      const answer = giveCommand(panel, page.tabId, isOn ? { kind: 'turn-off' } : start);
      // Later each time: from before the first call to after the last.
      await new Promise((wake) => setTimeout(wake, kill * spread));
      await browser.stopBackground();
      await answer;
      const agreement = await until(async () => {
        const state = await readState(panel, page.tabId);
        const rules = await readRules(browser);
        return state && (state.override !== null) === rules.length > 0 ? { rules, state } : undefined;
      }, 'rules and state to agree');
      found[agreement.rules.length > 0 ? 'on' : 'off'] += 1;
      const shown = agreement.state.override?.patches.map(({ target }) => `|${target}/`) ?? [];
      expect(agreement.rules.map(({ condition }) => condition.urlFilter)).toEqual(shown);
      expect(await put(page)).toEqual(shown.length > 0 ? expect.any(Object) : 'nothing');
    }
    console.log(
      `${browser.name}: ${kills} deaths during starts and ends; on after ${found.on}, off after ${found.off}`,
    );
    await devtools.close();
    await expectNothingLeft();
  });
});
