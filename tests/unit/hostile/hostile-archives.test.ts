import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { type HarContents, HarReading } from '../../../src/exchange/har-reading.ts';
import { judgeInEachEngine } from '../../../src/judge/each-engine.ts';
import { harOf } from '../../../src/report/har.ts';
import { jsonText } from '../../../src/report/json-text.ts';
import { expectHarmless } from './expect-harmless.ts';
import { everythingAbout } from './handed-out.ts';
import { brokenArchives, hostileArchives } from './hostile-archives.ts';

const inputs = 2_000;

/** In parts of any size, as a file comes. Null where it was refused, with a reason. */
function read(text: string, partSize: number): HarContents | null {
  const reading = new HarReading();
  try {
    for (let from = 0; from < text.length; from += partSize) reading.push(text.slice(from, from + partSize));
    return reading.finish();
  } catch (error) {
    // Our own words, and not what a mistake of ours throws.
    expect(error).toMatchObject({ name: 'Error', message: expect.stringMatching(/^[A-Z].*\.$/su) });
    return null;
  }
}

const partSizes = fc.constantFrom(1, 7, 64, 100_000);

test('whatever an archive holds, it is imported or refused, and nothing that is handed out acts or hides', {
  timeout: 300_000,
}, () => {
  let exchanges = 0;
  fc.assert(
    fc.property(hostileArchives, partSizes, (text, partSize) => {
      const contents = read(text, partSize);
      if (contents === null) return;
      const { engine } = contents;
      expect(new Set(contents.exchanges.map(({ id }) => id)).size).toBe(contents.exchanges.length);
      for (const exchange of contents.exchanges) {
        judgeInEachEngine(exchange, engine);
        expectHarmless(everythingAbout(exchange, engine));
      }
      exchanges += contents.exchanges.length;
    }),
    { numRuns: inputs },
  );
  console.log(`${inputs} hostile archives, ${exchanges} exchanges imported, judged, explained, fixed and exported`);
  expect(exchanges).toBeGreaterThan(inputs);
});

/** What an export and an import may change: where it was seen. */
function essence({ sources: _, ...exchange }: Exchange) {
  return exchange;
}

test('what was imported is exported and imported again as the very same exchanges', { timeout: 300_000 }, () => {
  let exchanges = 0;
  fc.assert(
    fc.property(hostileArchives, (text) => {
      const first = read(text, 100_000)?.exchanges ?? [];
      if (first.length === 0) return;
      const again = read(jsonText(harOf(first, { browser: 'Chromium 156', withSecrets: true })), 100_000);
      const byId = new Map(again?.exchanges.map((exchange) => [exchange.id, exchange]));
      expect(byId.size).toBe(first.length);
      for (const exchange of first) expect(essence(byId.get(exchange.id) as Exchange)).toEqual(essence(exchange));
      exchanges += first.length;
    }),
    { numRuns: inputs / 2 },
  );
  console.log(`${exchanges} exchanges of hostile archives exported and imported again`);
  expect(exchanges).toBeGreaterThan(inputs / 2);
});

test('a broken archive gives what could be read of it, or a message, in one part as in many', {
  timeout: 300_000,
}, () => {
  let refused = 0;
  fc.assert(
    fc.property(brokenArchives, partSizes, (text, partSize) => {
      const whole = read(text, text.length + 1);
      expect(read(text, partSize)).toEqual(whole);
      for (const exchange of whole?.exchanges ?? []) judgeInEachEngine(exchange, 'chromium');
      if (whole === null) refused += 1;
    }),
    { numRuns: inputs },
  );
  console.log(`${inputs} broken archives, ${refused} of them refused with a message`);
  expect(refused).toBeGreaterThan(inputs / 20);
  expect(refused).toBeLessThan(inputs);
});
