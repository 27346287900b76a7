import { readdirSync, readFileSync } from 'node:fs';
import type { Exchange } from '../../src/exchange/exchange.ts';
import { judge } from '../../src/judge/judge.ts';
import { caseToExchange } from '../truth/case-to-exchange.ts';
import type { TruthFile } from '../truth/truth-case.ts';
import { type Figure, fromSample } from './figure.ts';
import { withLifelikeHeaders } from './lifelike-headers.ts';

const rounds = 41;
const data = new URL('../truth/data/', import.meta.url);

/** Every exchange of the truth files as an extension in Chromium would have seen it. */
export function recordedExchanges(): Exchange[] {
  return readdirSync(data).flatMap((name) => {
    const file = JSON.parse(readFileSync(new URL(name, data), 'utf8')) as TruthFile;
    return file.cases.flatMap((truthCase) => {
      const recorded = file.truth[truthCase.id]?.chromium;
      const exchange = recorded === undefined ? null : caseToExchange(truthCase, recorded, file.origins, 'chromium');
      return exchange === null ? [] : [withLifelikeHeaders(exchange)];
    });
  });
}

/** Judging an exchange against parsing the same exchange's JSON: both are paid for each row, and both for each look. */
export function benchJudging(): Figure[] {
  const exchanges = recordedExchanges();
  const isPreflighted = (exchange: Exchange) => exchange.hops.some(({ preflight }) => preflight !== null);
  const all = compare(exchanges);
  const simple = compare(exchanges.filter((exchange) => !isPreflighted(exchange)));
  const preflighted = compare(exchanges.filter(isPreflighted));
  const part = 'judging';
  return [
    fromSample({ part, name: 'verdicts, over the truth cases', unit: 'per second' }, all.perSecond),
    fromSample({ part, name: 'judging / JSON.parse, simple requests', unit: '×', atMost: 3 }, simple.ratios),
    fromSample({ part, name: 'judging / JSON.parse, preflighted requests', unit: '×', atMost: 3 }, preflighted.ratios),
  ];
}

function compare(exchanges: readonly Exchange[]): { ratios: number[]; perSecond: number[] } {
  const texts = exchanges.map((exchange) => JSON.stringify(exchange));
  let kept = 0;
  const judging = () => {
    for (const exchange of exchanges) kept += judge(exchange, 'chromium').checks.length;
  };
  const parsing = () => {
    for (const text of texts) kept += (JSON.parse(text) as Exchange).hops.length;
  };
  const ratios: number[] = [];
  const perSecond: number[] = [];
  // The first rounds warm the engine up.
  for (let round = -10; round < rounds; round += 1) {
    // In turn which of the two goes first, so that neither always inherits the other's garbage.
    const parsedFirst = round % 2 === 0 ? milliseconds(parsing) : null;
    const judged = milliseconds(judging);
    const parsed = parsedFirst ?? milliseconds(parsing);
    if (round < 0) continue;
    ratios.push(judged / parsed);
    perSecond.push((exchanges.length * 1_000) / judged);
  }
  if (kept === 0) throw new Error('nothing was judged');
  return { ratios, perSecond };
}

/** Of processor time: what else the machine does is no matter. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
