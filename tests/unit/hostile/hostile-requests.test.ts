import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { CrossOriginGate } from '../../../src/capture/cross-origin-gate.ts';
import { fromFirefox } from '../../../src/capture/firefox-events.ts';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { compareOrigins } from '../../../src/explain/compare-origins.ts';
import { explainCheck } from '../../../src/explain/explain-check.ts';
import { explainNotCors } from '../../../src/explain/explain-not-cors.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { explainWarning } from '../../../src/explain/explain-warning.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { serverRecipe } from '../../../src/fix/recipes/registry.ts';
import { serverIds } from '../../../src/fix/recipes/server-id.ts';
import { mergeFixes } from '../../../src/fix/server-policy.ts';
import { judgeInEachEngine } from '../../../src/judge/each-engine.ts';
import { judge } from '../../../src/judge/judge.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';
import { backendMessage } from '../../../src/report/backend-message.ts';
import { copyAsCurl } from '../../../src/report/copy-as-curl.ts';
import { toMarkdown, toPlainText } from '../../../src/report/document-text.ts';
import { harOf } from '../../../src/report/har.ts';
import { reportOf } from '../../../src/report/report.ts';
import { shells } from '../../../src/report/shell-quote.ts';
import { type HostileEvent, hostileEvents } from './hostile-values.ts';

const inputs = 3_000;

const capture = { chromium: fromChromium, firefox: fromFirefox } as const;

function exchangesFrom(engine: keyof typeof capture, events: readonly HostileEvent[]): readonly Exchange[] {
  const gate = new CrossOriginGate();
  const observations = events.flatMap(([name, details]) => capture[engine](name, details));
  return foldObservations(observations.flatMap((one) => [...gate.pass(one)]));
}

/** What a reader of a message cannot see, or what turns the words around it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Everything that the panel may show or hand out about an exchange, as text. */
function everythingAbout(exchange: Exchange, engine: EngineName): string[] {
  const verdict = judge(exchange, engine);
  const verdicts = judgeInEachEngine(exchange, engine);
  const words = explainVerdict(exchange, verdict);
  const fix = fixFor(exchange, verdict);
  const policies = fix.kind === 'headers' ? mergeFixes([fix]) : [];
  return [
    JSON.stringify([words, verdicts]),
    ...verdict.checks.map((check) => JSON.stringify(explainCheck(check, exchange))),
    ...verdict.warnings.map((warning) => plainText(explainWarning(warning, exchange, verdict).text)),
    ...(verdict.notCors === null ? [] : [JSON.stringify(explainNotCors(verdict.notCors, exchange))]),
    JSON.stringify(compareOrigins(exchange.initiator.origin ?? '', exchange.hops[0]?.url ?? '')),
    ...policies.flatMap((policy) => serverIds.map((id) => JSON.stringify(serverRecipe(id, policy)))),
    ...shells.map((shell) => JSON.stringify(copyAsCurl(exchange, verdict, 'preflight', { shell }))),
    ...shells.map((shell) => JSON.stringify(copyAsCurl(exchange, verdict, 'request', { shell }))),
    JSON.stringify(
      reportOf([{ exchange, own: engine, verdicts: { chromium: verdict, firefox: verdict, webkit: verdict } }], {
        browser: 'x',
      }),
    ),
    JSON.stringify(harOf([exchange], { browser: 'Chromium 156' })),
  ];
}

test.each(['chromium', 'firefox'] as const)(
  `whatever a page and a server send in %s, nothing throws, and nothing unseen is handed out`,
  (engine) => {
    let seen = 0;
    let exchanges = 0;
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const folded = exchangesFrom(engine, events);
        warningsAcross(folded);
        for (const exchange of folded) {
          expect(everythingAbout(exchange, engine).length).toBeGreaterThan(0);
          const message = backendMessage(exchange, judge(exchange, engine));
          expect(toMarkdown(message)).not.toMatch(unseen);
          expect(toPlainText(message)).not.toMatch(unseen);
        }
        seen += 1;
        exchanges += folded.length;
      }),
      { numRuns: inputs },
    );
    console.log(`${engine}: ${seen} hostile inputs, ${exchanges} exchanges judged, explained, fixed and exported`);
    expect(exchanges).toBeGreaterThan(inputs / 3);
  },
  300_000,
);
