import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { CrossOriginGate } from '../../../src/capture/cross-origin-gate.ts';
import { fromFirefox } from '../../../src/capture/firefox-events.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { judgeInEachEngine } from '../../../src/judge/each-engine.ts';
import { warningsAcross } from '../../../src/judge/warnings-across.ts';
import { expectHarmless } from './expect-harmless.ts';
import { everythingAbout } from './handed-out.ts';
import { type HostileEvent, hostileEvents } from './hostile-values.ts';

const inputs = 3_500;

const capture = { chromium: fromChromium, firefox: fromFirefox } as const;

function exchangesFrom(engine: keyof typeof capture, events: readonly HostileEvent[]): readonly Exchange[] {
  const gate = new CrossOriginGate();
  const observations = events.flatMap(([name, details]) => capture[engine](name, details));
  return foldObservations(observations.flatMap((one) => [...gate.pass(one)]));
}

test.each(['chromium', 'firefox'] as const)(
  'whatever a page and a server send in %s, nothing throws, and nothing that is handed out acts or hides',
  (engine) => {
    let exchanges = 0;
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const folded = exchangesFrom(engine, events);
        warningsAcross(folded, engine);
        for (const exchange of folded) judgeInEachEngine(exchange, engine);
        for (const exchange of folded) expectHarmless(everythingAbout(exchange, engine));
        exchanges += folded.length;
      }),
      { numRuns: inputs },
    );
    console.log(`${engine}: ${inputs} hostile inputs, ${exchanges} exchanges judged, explained, fixed and exported`);
    expect(exchanges).toBeGreaterThan(inputs / 3);
  },
  300_000,
);
