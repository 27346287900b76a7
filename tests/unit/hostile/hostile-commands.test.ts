import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { judge } from '../../../src/judge/judge.ts';
import { copyAsCurl } from '../../../src/report/copy-as-curl.ts';
import { type CurlRequest, preflightToCurl, requestToCurl } from '../../../src/report/curl-request.ts';
import { expectedArguments, runAll } from '../report/run-in-shell.ts';
import { hostileEvents } from './hostile-values.ts';

const inputs = 1_000;

/** What no program can be handed: half a surrogate pair, and the byte that ends every argument. */
function asGiven(text: string): string {
  return Buffer.from(text.replaceAll('\0', '')).toString();
}

function expected({ headers, ...request }: CurlRequest): string[] {
  const lines = headers.map(([name, value]) => [name, value.replace(/[\r\n\0]+/g, ' ')] as const);
  return expectedArguments({ ...request, headers: lines }).map(asGiven);
}

/** curl takes a header, an address or a body that begins so from a file. */
const readsFile = /^--(?:header|url|data-raw) @/;

test('a real sh gives curl each word of a hostile request as it was, and runs nothing else', () => {
  const commands: { readonly text: string; readonly words: readonly string[] }[] = [];
  for (const events of fc.sample(hostileEvents, { numRuns: inputs, seed: 1 })) {
    for (const exchange of foldObservations(events.flatMap(([name, details]) => fromChromium(name, details)))) {
      const verdict = judge(exchange, 'chromium');
      for (const what of ['preflight', 'request'] as const) {
        const text = copyAsCurl(exchange, verdict, what, { withSecrets: true });
        const request = (what === 'preflight' ? preflightToCurl : requestToCurl)(exchange, verdict, verdict.hop);
        if (text === null || request === null) continue;
        commands.push({ text, words: expected(request) });
      }
    }
  }
  const { calls, complaints, files } = runAll(
    ['sh'],
    commands.map(({ text }) => text),
  );
  expect({ complaints, files }).toEqual({ complaints: '', files: [] });
  expect(calls.length).toBe(commands.length);
  const wrong = commands.filter(({ words }, index) => JSON.stringify(words) !== JSON.stringify(calls[index]));
  expect(wrong.slice(0, 3)).toEqual([]);
  const filesRead = calls.flatMap((words) =>
    words.filter((word, index) => readsFile.test(`${words[index - 1]} ${word}`)),
  );
  expect(filesRead).toEqual([]);
  console.log(`${calls.length} hostile commands through sh`);
  expect(calls.length).toBeGreaterThan(inputs / 3);
});
