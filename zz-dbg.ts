import { startPlayground } from './playground/server.js';
import { launch } from './tests/browsers/launch.ts';
import * as op from './tests/e2e/override/override-port.ts';
import { logFrom, logOnce } from './tests/e2e/capture/read-log.ts';
import { judge } from './src/judge/judge.ts';
import { fixFor } from './src/fix/fix-exchange.ts';
import { planOverride } from './src/override/plan-override.ts';
const pg = await startPlayground({ portBase: 23100 });
const engine = (process.argv[2] ?? 'chromium') as any;
  const b = await launch(engine);
  try {
    const page = await b.openPage(pg.url);
    await b.openDevTools(page); await logOnce(b, page, 'k');
    const panel = await op.openPanelPage(b, page);
    for (const id of process.argv.slice(3)) {
      for (let i = 0; i < 4; i++) {
        const seen = await page.evaluate((w) => (globalThis as any).playground.run(w), id);
        await new Promise((r) => setTimeout(r, 500));
        const ex = (await logFrom(panel, page, 'x')).exchanges.filter((e) => e.hops.some((h) => h.url.includes(`/${id}/`)));
        const last = ex.slice(-(seen as any).length);
        const js = last.map((exchange) => ({ exchange, verdict: judge(exchange, engine) }));
        console.log(id, i, JSON.stringify(seen), js.map(({ verdict: v }) => `${v.outcome} ${v.reason} ${v.otherReason} ${v.notCors} cred=${v.credentialed} ${JSON.stringify(v.contradiction)}`));
        for (const { exchange: e } of js) console.log('   ', JSON.stringify(e.hops.map((h) => ({ url: h.url, pre: h.preflight?.response?.status, pe: h.preflight?.response?.effectiveHeaders, rq: h.requestHeaders?.filter(([n]) => /origin|cookie|sec-/i.test(n)), st: h.response?.status, fc: h.response?.fromCache, rh: h.response?.headers, re: h.response?.effectiveHeaders }))), JSON.stringify(e.ending));
        const st = await op.readState(panel, page.tabId);
        const blocked = js.filter(({ verdict }) => verdict.outcome === 'blocked' || verdict.outcome === 'not-cors');
        const plan = planOverride(blocked.map(({ exchange, verdict }) => ({ exchange, fix: fixFor(exchange, verdict), credentialed: verdict.credentialed })), { engine, developmentOrigins: [], initiators: [pg.origins.page], active: st?.override?.patches ?? [] });
        console.log('   plan', JSON.stringify(plan.patches), JSON.stringify(plan.cannot));
        if (!plan.patches.length) break;
        console.log('   ', JSON.stringify(await op.giveCommand(panel, page.tabId, { kind: 'start', patches: plan.patches })));
      }
      await op.giveCommand(panel, page.tabId, { kind: 'turn-off' });
    }
  } finally { await b.close(); }
await pg.close();
