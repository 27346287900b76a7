import { expect, test } from 'vitest';
import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { HarReading } from '../../../src/exchange/har-reading.ts';
import { judge } from '../../../src/judge/judge.ts';
import { observationsOf } from '../../../src/panel/gallery/sample.ts';
import { allowedSamples, everySample, hostileSamples } from '../../../src/panel/gallery/samples.ts';
import { harOf } from '../../../src/report/har.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import { truthFile } from '../../truth/truth-files.ts';

function throughHar(exchanges: readonly Exchange[], withSecrets: boolean, browser = 'Chromium 156') {
  const reading = new HarReading(1e6);
  reading.push(JSON.stringify(harOf(exchanges, { browser, withSecrets })));
  return reading.finish();
}

/** All of an exchange but what an archive has no use for: its tab, and where it was seen. Addresses as browsers write them. */
function essence({ tabId: _, frameId: __, page: ___, sources: ____, hops, ...rest }: Exchange) {
  return {
    ...rest,
    hops: hops.map(({ preflight, url, ...hop }) => ({
      ...hop,
      url: URL.canParse(url) ? new URL(url).href : url,
      preflight: preflight && { ...preflight, requestId: '' },
    })),
  };
}

const byId = (exchanges: readonly Exchange[]) => new Map(exchanges.map((exchange) => [exchange.id, exchange]));

const samples = [...everySample, ...allowedSamples, ...hostileSamples].flatMap((sample, index) =>
  foldObservations(observationsOf(sample, index + 1, 1_795_350_000_000 + index * 1000)),
);

test('an exported archive with secrets is imported as the very same exchanges', () => {
  const { exchanges, problems, engine, tellsErrors } = throughHar(samples, true);
  expect({ problems, engine, tellsErrors }).toEqual({ problems: [], engine: 'chromium', tellsErrors: true });
  const imported = byId(exchanges);
  expect(exchanges).toHaveLength(byId(samples).size);
  for (const exchange of samples) expect(essence(imported.get(exchange.id) as Exchange)).toEqual(essence(exchange));
});

test.each(['chromium', 'firefox'] as const)(
  'a masked archive gives the same verdict on every recorded case of %s',
  (engine: EngineName & ('chromium' | 'firefox')) => {
    const file = truthFile('systematic.json');
    const seen = file.cases.flatMap((truthCase) => {
      const recorded = file.truth[truthCase.id]?.[engine];
      const suits = recorded?.outcome === 'blocked' || recorded?.outcome === 'allowed';
      const exchange = suits ? caseToExchange(truthCase, recorded, file.origins, engine) : null;
      return exchange === null ? [] : [{ ...exchange, id: truthCase.id }];
    });
    const imported = throughHar(seen, false, engine === 'firefox' ? 'Firefox 153' : 'Chromium 156');
    expect(imported.engine).toBe(engine);
    const again = byId(imported.exchanges);
    const inShort = (exchange: Exchange | undefined) => {
      if (!exchange) return null;
      const { outcome, reason, otherReason, notCors, stage, hop } = judge(exchange, engine);
      return { id: exchange.id, outcome, reason, otherReason, notCors, stage, hop };
    };
    expect(seen.length).toBeGreaterThan(500);
    for (const exchange of seen) expect(inShort(again.get(exchange.id))).toEqual(inShort(exchange));
  },
);
