import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineNames, launch } from '../../browsers/launch.ts';
import { logOnce } from '../capture/read-log.ts';
import {
  type Attempt,
  api,
  type GuardedServers,
  hosts,
  page,
  type Seen,
  start,
  startGuardedServers,
} from './guarded-servers.ts';
import { giveCommand, openPanelPage, readRules, readState } from './override-port.ts';

declare function attemptAll(attempts: readonly Attempt[]): Promise<Seen[]>;

const put: Attempt = { url: `${api}/closed/restart`, method: 'PUT', credentials: 'omit', header: true };

let servers: GuardedServers;
const profiles: string[] = [];

beforeAll(async () => {
  servers = await startGuardedServers();
});
afterAll(async () => {
  await servers.close();
  for (const profile of profiles) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
});

test.each(engineNames)('%s: no override survives a restart of the browser', async (engine) => {
  const profile = await mkdtemp(join(tmpdir(), 'cors-lens-restart-'));
  profiles.push(profile);
  const before = await launch(engine, { hosts, profile });
  const tab = await before.openPage(`${page}/`);
  await before.openDevTools(tab);
  await logOnce(before, tab, 'the keeper');
  const panel = await openPanelPage(before, tab);
  expect(await giveCommand(panel, tab.tabId, start)).toEqual({ done: true });
  expect(await tab.evaluate((wanted) => attemptAll([wanted]), put)).not.toEqual(['nothing']);
  await before.close();

  const after = await launch(engine, { hosts, profile });
  const again = await after.openPage(`${page}/`);
  expect(await readRules(after)).toEqual([]);
  const arrived = servers.arrived.length;
  expect(await again.evaluate((wanted) => attemptAll([wanted]), put)).toEqual(['nothing']);
  expect(servers.arrived).toHaveLength(arrived);
  const panelAgain = await openPanelPage(after, again);
  expect((await readState(panelAgain, again.tabId))?.override).toBeNull();
  await after.close();
});
