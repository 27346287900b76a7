import { beforeEach, describe, expect, test } from 'vitest';
import type { OverrideCommand } from '../../../src/override/commands.ts';
import { type OverrideAnswer, type OverrideState, overrideLasts, type Patch } from '../../../src/override/override.ts';
import { Overrides } from '../../../src/override/overrides.ts';
import { FakeBrowser, FakeView } from './fake-browser.ts';

const tab = 7;
const page = 'http://localhost:3000';
const minute = 60_000;
const afterGrace = 3_000;

const patch: Patch = {
  target: 'http://127.0.0.1:4000',
  initiator: page,
  sparedHosts: [],
  actions: [
    { operation: 'set', name: 'Access-Control-Allow-Origin', value: page },
    { operation: 'set', name: 'Access-Control-Max-Age', value: '0' },
  ],
};
const elsewhere: Patch = { ...patch, target: 'http://127.0.0.1:5000' };
const start: OverrideCommand = { kind: 'start', patches: [patch] };

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  browser.tabs.set(tab, `${page}`);
});

/** A background with what it tells. DevTools of the tab attend and a panel follows, unless told otherwise. */
function run(view = new FakeView(browser), { attended = true } = {}) {
  const overrides = new Overrides(view);
  const told: { state: OverrideState | null } = { state: null };
  const leave = attended ? overrides.attend(tab) : () => {};
  overrides.follow(tab, (state) => {
    told.state = state;
  });
  return { overrides, view, told, leave };
}

/** Lets everything that is under way come to its end, or to the call that never comes back. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}

/** What the rules say and what the panel shows, side by side. */
function agreement(state: OverrideState | null) {
  return {
    rules: new Set(browser.rules.map(({ condition }) => condition.urlFilter)),
    shown: new Set(state?.override?.patches.map(({ target }) => `|${target}/`)),
  };
}

describe('an override', () => {
  test('is not there before anybody asks for it', async () => {
    const { told } = run();
    await settled();
    expect(browser.rules).toEqual([]);
    expect(browser.hasAlarm).toBe(false);
    expect(told.state).toEqual({
      page: { origin: page, isDevelopment: true },
      override: null,
      ended: null,
      developmentOrigins: [],
    });
  });

  test('starts, is told before the answer, and shows its minutes', async () => {
    const { overrides, told } = run();
    expect(await overrides.command(tab, start)).toEqual({ done: true });
    expect(told.state?.override).toMatchObject({ tabId: tab, pageOrigin: page, patches: [patch] });
    expect(told.state?.override?.endsAt).toBe(browser.now + overrideLasts);
    expect(browser.rules).toHaveLength(1);
    expect(browser.badges.get(tab)).toBe(30);
    expect(browser.hasAlarm).toBe(true);
  });

  test('takes on more servers, keeps its time, and lets go of one', async () => {
    const { overrides, told } = run();
    await overrides.command(tab, start);
    const ends = told.state?.override?.endsAt;
    browser.now += 5 * minute;
    await overrides.command(tab, { kind: 'start', patches: [elsewhere] });
    expect(agreement(told.state).rules).toEqual(new Set(['|http://127.0.0.1:4000/', '|http://127.0.0.1:5000/']));
    expect(told.state?.override?.endsAt).toBe(ends);
    await overrides.command(tab, { kind: 'remove-target', target: patch.target });
    expect(agreement(told.state).rules).toEqual(new Set(['|http://127.0.0.1:5000/']));
    await overrides.command(tab, { kind: 'remove-target', target: elsewhere.target });
    expect(browser.rules).toEqual([]);
    expect(told.state).toMatchObject({ override: null, ended: { reason: 'turned-off' } });
  });

  test('is extended by half an hour from now', async () => {
    const { overrides, told } = run();
    await overrides.command(tab, start);
    browser.now += 20 * minute;
    expect(await overrides.command(tab, { kind: 'extend' })).toEqual({ done: true });
    expect(told.state?.override?.endsAt).toBe(browser.now + overrideLasts);
    expect(browser.badges.get(tab)).toBe(30);
    expect(agreement(told.state).rules.size).toBe(1);
  });

  test('counts down on the icon by itself', async () => {
    const { overrides, view } = run();
    await overrides.command(tab, start);
    browser.now += afterGrace;
    await overrides.check();
    browser.now = view.callback?.time ?? 0;
    view.callback?.run();
    await settled();
    expect(browser.badges.get(tab)).toBe(29);
  });
});

interface End {
  readonly name: string;
  readonly reason: string;
  happens(overrides: Overrides, leave: () => void, view: FakeView): unknown;
}

const ends: readonly End[] = [
  { name: 'a person turns it off', reason: 'turned-off', happens: (o) => o.command(tab, { kind: 'turn-off' }) },
  {
    name: 'its time is over',
    reason: 'time',
    happens(_overrides, _leave, view) {
      browser.now += overrideLasts;
      view.callback?.run();
    },
  },
  { name: 'DevTools are closed', reason: 'devtools-closed', happens: (_overrides, leave) => leave() },
  {
    name: 'the tab is closed',
    reason: 'tab-closed',
    happens(overrides) {
      browser.tabs.delete(tab);
      return overrides.check();
    },
  },
  {
    name: 'the tab shows a public site',
    reason: 'left-origin',
    happens(overrides) {
      browser.tabs.set(tab, 'https://shop.example');
      return overrides.check();
    },
  },
  {
    name: 'the tab shows another development origin',
    reason: 'left-origin',
    happens(overrides) {
      browser.tabs.set(tab, 'http://localhost:5173');
      return overrides.check();
    },
  },
  {
    name: 'access to sites is taken away',
    reason: 'access-lost',
    happens(overrides) {
      browser.hasAccess = false;
      return overrides.check();
    },
  },
  {
    name: 'somebody else removes its rules',
    reason: 'interrupted',
    happens(overrides) {
      browser.rules = [];
      return overrides.check();
    },
  },
];

test.each(ends)('it ends when $name: no rule, no badge, no alarm', async ({ reason, happens }) => {
  const { overrides, told, leave, view } = run();
  await overrides.command(tab, start);
  browser.now += afterGrace;
  await happens(overrides, leave, view);
  await settled();
  expect(browser.rules).toEqual([]);
  expect(told.state?.override).toBeNull();
  expect(told.state?.ended?.reason).toBe(reason);
  expect(browser.badges.size).toBe(0);
  expect(browser.hasAlarm).toBe(false);
});

test('it ends where its origin is a development origin no more', async () => {
  browser.tabs.set(tab, 'https://dev.shop.example');
  const { overrides, told } = run();
  const own: Patch = { ...patch, initiator: 'https://dev.shop.example' };
  const origin = 'https://dev.shop.example/somewhere';
  expect(await overrides.command(tab, { kind: 'start', patches: [own] })).toMatchObject({ refusal: 'invalid' });
  await overrides.command(tab, { kind: 'add-development-origin', origin });
  expect(told.state?.page?.isDevelopment).toBe(true);
  expect(await overrides.command(tab, { kind: 'start', patches: [own] })).toEqual({ done: true });
  await overrides.command(tab, { kind: 'remove-development-origin', origin });
  expect(browser.rules).toEqual([]);
  expect(told.state).toMatchObject({ override: null, developmentOrigins: [] });
});

const refusals: readonly { name: string; prepare?: () => void; command: OverrideCommand; refusal: string }[] = [
  {
    name: 'on a public site',
    prepare: () => browser.tabs.set(tab, 'https://shop.example'),
    command: start,
    refusal: 'not-development',
  },
  {
    name: 'on a page without origin',
    prepare: () => browser.tabs.set(tab, 'null'),
    command: start,
    refusal: 'not-development',
  },
  { name: 'without access to sites', prepare: () => (browser.hasAccess = false), command: start, refusal: 'no-access' },
  { name: 'without a patch', command: { kind: 'start', patches: [] }, refusal: 'nothing-to-do' },
  { name: 'to extend what is not there', command: { kind: 'extend' }, refusal: 'no-override' },
  {
    name: 'for a server that is none',
    command: { kind: 'start', patches: [{ ...patch, target: 'http://127.0.0.1:4000/*' }] },
    refusal: 'invalid',
  },
  {
    name: 'for a frame of a public site',
    command: { kind: 'start', patches: [{ ...patch, initiator: 'https://ads.example' }] },
    refusal: 'invalid',
  },
  {
    name: 'for a value that would be two lines',
    command: {
      kind: 'start',
      patches: [
        { ...patch, actions: [{ operation: 'set', name: 'Access-Control-Allow-Methods', value: 'PUT\r\nX: 1' }] },
      ],
    },
    refusal: 'invalid',
  },
  {
    name: 'for * with credentials',
    command: {
      kind: 'start',
      patches: [
        {
          ...patch,
          actions: [
            { operation: 'set', name: 'Access-Control-Allow-Origin', value: '*' },
            { operation: 'set', name: 'Access-Control-Allow-Credentials', value: 'true' },
          ],
        },
      ],
    },
    refusal: 'invalid',
  },
  {
    name: 'for a rule of one’s own that would outlive it',
    command: {
      kind: 'set-own-rules',
      ownRules: [
        { target: patch.target, direction: 'response', action: { operation: 'set', name: 'Set-Cookie', value: 'a=1' } },
      ],
    },
    refusal: 'invalid',
  },
  {
    name: 'when the browser takes no rule',
    prepare: () => (browser.refusesRules = true),
    command: start,
    refusal: 'refused',
  },
];

test.each(refusals)('it does not start $name', async ({ prepare, command, refusal }) => {
  prepare?.();
  const { overrides, told } = run();
  expect(await overrides.command(tab, command)).toMatchObject({ done: false, refusal });
  expect(browser.rules).toEqual([]);
  expect(told.state?.override).toBeNull();
});

test('it does not start without DevTools, not even in the first moments of a background', async () => {
  const { overrides } = run(new FakeView(browser), { attended: false });
  expect(await overrides.command(tab, start)).toMatchObject({ refusal: 'devtools-closed' });
  expect(browser.rules).toEqual([]);
});

test('when the browser refuses a change, what was on stays on', async () => {
  const { overrides, told } = run();
  await overrides.command(tab, start);
  browser.refusesRules = true;
  expect(await overrides.command(tab, { kind: 'start', patches: [elsewhere] })).toMatchObject({ refusal: 'refused' });
  expect(agreement(told.state)).toEqual({
    rules: new Set(['|http://127.0.0.1:4000/']),
    shown: new Set(['|http://127.0.0.1:4000/']),
  });
});

const changes: readonly { name: string; before: readonly OverrideCommand[]; command: OverrideCommand }[] = [
  { name: 'the start', before: [], command: start },
  { name: 'an addition', before: [start], command: { kind: 'start', patches: [elsewhere] } },
  { name: 'an extension', before: [start], command: { kind: 'extend' } },
  {
    name: 'the removal of a server',
    before: [{ kind: 'start', patches: [patch, elsewhere] }],
    command: { kind: 'remove-target', target: patch.target },
  },
  { name: 'the end', before: [start], command: { kind: 'turn-off' } },
];

/** Runs a change in a background that is ended at its n-th call. Returns whether it came through all the same. */
async function interruptedChange(
  { before, command }: (typeof changes)[number],
  calls: number,
  lastIsCarriedOut: boolean,
): Promise<OverrideAnswer | null> {
  browser = new FakeBrowser();
  browser.tabs.set(tab, page);
  const whole = run();
  for (const each of before) await whole.overrides.command(tab, each);
  await settled();
  whole.view.end();
  const fragile = run(new FakeView(browser, calls, lastIsCarriedOut));
  let answer: OverrideAnswer | null = null;
  void fragile.overrides.command(tab, command).then((given) => {
    answer = given;
  });
  await settled();
  if (!fragile.view.isDead) fragile.view.end();
  return answer;
}

describe.each(changes)('whichever call the background dies at during $name', (change) => {
  test.each([false, true])(
    'the next one makes rules and state agree (last call carried out: %s)',
    async (carriedOut) => {
      let calls = 0;
      for (; calls < 200; calls += 1) {
        const answer = await interruptedChange(change, calls, carriedOut);
        const { told } = run();
        await settled();
        const { rules, shown } = agreement(told.state);
        expect({ calls, rules }).toEqual({ calls, rules: shown });
        expect(browser.badges.has(tab)).toBe(shown.size > 0);
        if (shown.size > 0) expect(browser.hasAlarm).toBe(true);
        if (answer !== null) break;
      }
      expect(calls).toBeGreaterThan(5);
      expect(calls).toBeLessThan(200);
    },
  );

  test.each([false, true])('and without DevTools no rule is left (last call carried out: %s)', async (carriedOut) => {
    for (let calls = 0; calls < 200; calls += 1) {
      const answer = await interruptedChange(change, calls, carriedOut);
      // Either nothing is there, or the alarm starts the background.
      if (browser.rules.length > 0) expect(browser.hasAlarm).toBe(true);
      const { view } = run(new FakeView(browser), { attended: false });
      await settled();
      browser.now = view.callback?.time ?? browser.now;
      view.callback?.run();
      await settled();
      expect({ calls, rules: browser.rules, badges: browser.badges.size }).toEqual({ calls, rules: [], badges: 0 });
      if (answer !== null) break;
    }
  });
});

test('a background that starts keeps the override on until DevTools had time to call back', async () => {
  const first = run();
  await first.overrides.command(tab, start);
  first.view.end();
  const second = run(new FakeView(browser), { attended: false });
  await settled();
  expect(browser.rules).toHaveLength(1);
  second.overrides.attend(tab);
  browser.now += afterGrace;
  await second.overrides.check();
  expect(browser.rules).toHaveLength(1);
});

test('tabs are followed only while there is a reason to', async () => {
  const { overrides, view } = run(new FakeView(browser), { attended: false });
  const idle = new FakeView(browser);
  const alone = new Overrides(idle);
  await alone.check();
  await overrides.check();
  expect([idle.followsTabs, view.followsTabs]).toEqual([false, true]);
});
