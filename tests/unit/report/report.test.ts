import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checkNames } from '../../../src/cors/check.ts';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { reasons } from '../../../src/cors/reason.ts';
import { judge, judgeAsIf } from '../../../src/judge/judge.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import { outcomes } from '../../../src/judge/verdict.ts';
import { warningNames } from '../../../src/judge/warning.ts';
import { harOf } from '../../../src/report/har.ts';
import { type JudgedExchange, reportOf } from '../../../src/report/report.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { blockedPut } from './sample-exchange.ts';

const schema = JSON.parse(readFileSync('src/report/report.schema.json', 'utf8'));
const isReport = new Ajv2020({ allowUnionTypes: true }).compile(schema);

function judged(exchange: JudgedExchange['exchange']): JudgedExchange {
  const verdicts = {
    chromium: judge(exchange, 'chromium'),
    firefox: judgeAsIf(exchange, 'firefox'),
    webkit: judgeAsIf(exchange, 'webkit'),
  };
  return { exchange, own: 'chromium', verdicts };
}

test('a report on every recorded case is what the schema says', () => {
  const exchanges = truthFiles().flatMap((file) =>
    file.cases.flatMap((truthCase) => {
      const recorded = file.truth[truthCase.id]?.chromium;
      const suits = recorded?.outcome === 'blocked' || recorded?.outcome === 'allowed';
      const exchange = suits ? caseToExchange(truthCase, recorded, file.origins, 'chromium') : null;
      return exchange === null ? [] : [judged(exchange)];
    }),
  );
  const report = reportOf(exchanges, { browser: 'Chromium 156' });
  // As it is read back from a file.
  isReport(JSON.parse(JSON.stringify(report)));
  expect(isReport.errors).toBeNull();
  expect(report.exchanges.length).toBeGreaterThan(1500);
  expect(new Set(report.exchanges.map(({ verdict }) => verdict.outcome)).size).toBeGreaterThan(1);
});

test('the schema refuses what is no report', () => {
  const [good] = [reportOf([judged(blockedPut())], { browser: 'Chromium 156' })];
  expect(isReport(good)).toBe(true);
  expect(isReport({ ...good, version: 2 })).toBe(false);
  expect(isReport({ ...good, exchanges: [{ ...good?.exchanges[0], hops: [] }] })).toBe(false);
  expect(isReport({ ...good, exchanges: [{ ...good?.exchanges[0], surprise: 1 }] })).toBe(false);
});

test.each([
  { name: 'reasons', defined: schema.$defs.reason.enum, known: [...reasons, null] },
  { name: 'outcomes', defined: schema.$defs.outcome.enum, known: outcomes },
  { name: 'checks', defined: schema.$defs.check.properties.name.enum, known: checkNames },
  {
    name: 'warnings',
    defined: schema.$defs.verdict.properties.warnings.items.properties.name.enum,
    known: warningNames,
  },
  {
    name: 'causes that are not CORS',
    defined: schema.$defs.verdict.properties.notCors.enum,
    known: [...notCorsCauses, null],
  },
  { name: 'engines', defined: Object.keys(schema.$defs.exchange.properties.engines.properties), known: engineNames },
])('the schema knows the same $name as the code', ({ defined, known }) => {
  expect(defined).toEqual([...known]);
});

test('a report and an archive hold no secret unless asked for', () => {
  const exchange = blockedPut();
  const options = { browser: 'Chromium 156' };
  const hidden = [JSON.stringify(reportOf([judged(exchange)], options)), JSON.stringify(harOf([exchange], options))];
  const shown = [
    JSON.stringify(reportOf([judged(exchange)], { ...options, withSecrets: true })),
    JSON.stringify(harOf([exchange], { ...options, withSecrets: true })),
  ];
  expect(hidden.map((text) => /s3cret/i.test(text))).toEqual([false, false]);
  expect(shown.map((text) => /s3cret/i.test(text))).toEqual([true, true]);
});

test('an archive has one entry per message pair, and one of status 0 for a request that was never sent', () => {
  const { entries, browser } = harOf([blockedPut()], { browser: 'Chromium 156' }).log;
  expect(browser).toEqual({ name: 'Chromium', version: '156' });
  expect(entries.map(({ request, response }) => [request.method, response.status])).toEqual([
    ['OPTIONS', 403],
    ['PUT', 0],
  ]);
});
