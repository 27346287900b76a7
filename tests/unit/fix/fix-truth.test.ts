import { expect, test } from 'vitest';
import { type EngineName, engineNames } from '../../../src/cors/engine-name.ts';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { Prediction } from '../../../src/cors/prediction.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Server } from '../../../src/cors/server.ts';
import type { AnswerFix, Fix, HeaderChange, HeadersFix } from '../../../src/fix/fix.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { caseToRequest } from '../../truth/case-to-request.ts';
import { caseToServer } from '../../truth/case-to-server.ts';
import type { TruthCase } from '../../truth/truth-case.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { fixedServer } from './fixed-server.ts';
import { predictedExchange, predictedVerdict } from './predicted-exchange.ts';

const files = truthFiles();

/** Refusals, by Chromium's name, that are about no response header. */
const notAboutHeaders = [
  'DisallowedByMode',
  'CorsDisabledScheme',
  'RedirectContainsCredentials',
  'NoCorsRedirectModeNotFollow',
];

interface Situation {
  readonly truthCase: TruthCase;
  readonly request: CorsRequest;
  readonly serverFor: (engine: EngineName) => Server;
  readonly reason: string;
}

/** Every case that some engine was seen to refuse, of those whose answers were HTTP. */
function refusedCases(): Situation[] {
  return files.flatMap((file) =>
    file.cases.flatMap((truthCase) => {
      const recorded = file.truth[truthCase.id];
      const refused = engineNames.filter((engine) => recorded?.[engine]?.outcome === 'blocked');
      const request = caseToRequest(truthCase, file.origins);
      if (refused.length === 0 || request === null || truthCase.unstable) return [];
      const reason = recorded?.chromium?.reason ?? recorded?.[refused[0] ?? 'chromium']?.reason ?? '';
      const serverFor = (engine: EngineName) => caseToServer(truthCase, file.origins, engines[engine]);
      return [{ truthCase, request, serverFor, reason }];
    }),
  );
}

function predictions({ request, serverFor }: Situation, fixes: readonly HeadersFix[]): Record<EngineName, Prediction> {
  const of = (engine: EngineName) => predict(request, fixedServer(serverFor(engine), fixes), engines[engine]);
  return { chromium: of('chromium'), firefox: of('firefox'), webkit: of('webkit') };
}

/** What the fix says about the exchange as the first engine that refuses shows it, knowing what the others would say. */
function nextFix(situation: Situation, fixes: readonly HeadersFix[]): Fix {
  const all = predictions(situation, fixes);
  const engine = engineNames.find((name) => all[name].outcome === 'blocked');
  if (engine === undefined) return { kind: 'nothing-to-fix' };
  const server = fixedServer(situation.serverFor(engine), fixes);
  const exchange = predictedExchange(situation.request, server, all[engine]);
  const verdict = predictedVerdict(situation.request, all[engine], engine);
  const elsewhere = engineNames
    .filter((name) => name !== engine)
    .map((name) => predictedVerdict(situation.request, all[name], name));
  return fixFor(exchange, verdict, { elsewhere });
}

/** Fixes until nothing is refused: a redirect that was refused hides what comes after it. */
function fixAll(situation: Situation): { fixes: HeadersFix[]; last: Fix } {
  const fixes: HeadersFix[] = [];
  for (;;) {
    const fix = nextFix(situation, fixes);
    if (fix.kind !== 'headers' || fixes.length > 5) return { fixes, last: fix };
    fixes.push(fix);
  }
}

const situations = refusedCases();
const results = situations.map((situation) => ({ situation, ...fixAll(situation) }));
const cured = results.filter(({ situation, fixes }) =>
  engineNames.every((engine) => obstacle(situation, predictions(situation, fixes)[engine]) === null),
);

/**
 * What still keeps the page from reading: nothing, something that no header can change, credentials for the origin `null`
 * (which headers could allow, and must not), or a fault that the fix left behind.
 */
function obstacle({ request }: Situation, after: Prediction): 'no-header' | 'null-with-credentials' | 'fault' | null {
  switch (after.outcome) {
    case 'allowed':
    case 'opaque':
    case 'opaque-redirect':
      return null;
    case 'network-error':
      return 'no-header';
    case 'blocked':
      if (notAboutHeaders.includes(after.reason ?? '')) return 'no-header';
      return request.credentials === 'include' && after.hops[after.hop]?.origin === 'null'
        ? 'null-with-credentials'
        : 'fault';
    case 'unknown':
      return 'fault';
  }
}

test('every refusal that headers can cure safely is cured, in all engines', () => {
  const left = results.flatMap(({ situation, fixes, last }) => {
    const after = predictions(situation, fixes);
    // Where one engine is kept back by something else, its fix goes no further, and the others' faults stay with it.
    if (
      engineNames.some((engine) =>
        ['no-header', 'null-with-credentials'].includes(obstacle(situation, after[engine]) ?? ''),
      )
    ) {
      return [];
    }
    return engineNames
      .filter((engine) => obstacle(situation, after[engine]) === 'fault')
      .map((engine) => `${situation.truthCase.id} ${engine}: ${after[engine].reason}, and the fix says ${last.kind}`);
  });
  const inRounds = [1, 2, 3, 4, 5].map((n) => cured.filter(({ fixes }) => fixes.length === n).length);
  const told = results.filter((result) => result.last.kind === 'not-by-headers' && !cured.includes(result)).length;
  console.log(
    `${situations.length} refused cases: ${cured.length} cured by headers in all engines (${inRounds.join(' + ')} in one to five rounds); ` +
      `${told} told what helps instead; ${situations.length - cured.length - told} then stopped by something that is not CORS`,
  );
  expect(left).toEqual([]);
  expect(cured.length).toBeGreaterThan(700);
});

test('where no header can cure a refusal, the fix says what does', () => {
  const speechless = results
    .filter(({ situation, fixes }) =>
      engineNames.some((engine) => predictions(situation, fixes)[engine].outcome === 'blocked'),
    )
    .filter(({ last }) => last.kind !== 'not-by-headers' || last.advice.length === 0);
  expect(speechless.map(({ situation }) => situation.truthCase.id)).toEqual([]);
});

/** Every header that the fixes set because it is needed. */
function neededChanges(fixes: readonly HeadersFix[]): { answer: AnswerFix; change: HeaderChange }[] {
  return fixes
    .flatMap((fix) => fix.hops.flatMap((hop) => [hop.preflight, hop.response]))
    .filter((answer) => answer !== null)
    .flatMap((answer) =>
      answer.headers.filter((change) => change.needed === 'always').map((change) => ({ answer, change })),
    );
}

/** The fixes of all rounds, each header of an answer once: what a later round sets once more replaces what an earlier one did. */
function inOneGo(rounds: readonly HeadersFix[]): HeadersFix[] {
  return rounds.map((fix, round) => ({
    ...fix,
    hops: fix.hops.map((hop) => {
      const later = rounds.slice(round + 1).flatMap((each) => each.hops.filter(({ hop: index }) => index === hop.hop));
      const without = (place: 'preflight' | 'response'): AnswerFix | null => {
        const again = new Set(later.flatMap((each) => each[place]?.headers.map(({ name }) => name) ?? []));
        const answer = hop[place];
        return answer && { ...answer, headers: answer.headers.filter(({ name }) => !again.has(name)) };
      };
      return { ...hop, preflight: without('preflight'), response: without('response') };
    }),
  }));
}

function isRefusedSomewhere(situation: Situation, fixes: readonly HeadersFix[], wanted?: (c: HeaderChange) => boolean) {
  return engineNames.some((engine) => {
    const server = fixedServer(situation.serverFor(engine), fixes, wanted);
    return predict(situation.request, server, engines[engine]).outcome === 'blocked';
  });
}

/** The same fixes, but with the header gone from the answer. */
function withoutHeader(fixes: readonly HeadersFix[], without: HeaderChange): HeadersFix[] {
  const answerWithout = (answer: AnswerFix | null) =>
    answer && {
      ...answer,
      headers: answer.headers.map((change) => (change === without ? { ...change, value: null } : change)),
    };
  return fixes.map((fix) => ({
    ...fix,
    hops: fix.hops.map((hop) => ({
      ...hop,
      preflight: answerWithout(hop.preflight),
      response: answerWithout(hop.response),
    })),
  }));
}

test('nothing that a fix sets is idle: without any one header, or the status, the request is refused again', () => {
  let undone = 0;
  let removed = 0;
  let repairs = 0;
  const idle = cured.flatMap(({ situation, fixes: rounds }) => {
    const fixes = inOneGo(rounds);
    const found: string[] = [];
    for (const { answer, change } of neededChanges(fixes)) {
      const about = `${situation.truthCase.id} ${change.name}: ${change.value} [${situation.truthCase.description}]`;
      const isNeeded = (each: HeaderChange) => each !== change && each.needed === 'always';
      if (answer.seen) {
        undone += 1;
        if (!isRefusedSomewhere(situation, fixes, isNeeded)) found.push(`${about}, not set`);
      }
      // A list that was malformed has to be repaired even where an absent one would do.
      if (isRepair(situation, fixes, change)) {
        repairs += 1;
      } else {
        removed += 1;
        if (!isRefusedSomewhere(situation, withoutHeader(fixes, change))) found.push(`${about}, absent`);
      }
    }
    return found;
  });
  const statuses = cured.flatMap(({ situation, fixes }) => {
    const without = fixes.map((fix) => ({
      ...fix,
      hops: fix.hops.map((hop) => ({ ...hop, preflight: hop.preflight && { ...hop.preflight, status: null } })),
    }));
    const sets = fixes.some((fix) => fix.hops.some((hop) => hop.preflight !== null && hop.preflight.status !== null));
    return sets ? [{ id: situation.truthCase.id, refused: isRefusedSomewhere(situation, without) }] : [];
  });
  console.log(
    `${undone} headers undone, ${removed} taken away (and ${repairs} malformed lists repaired), ${statuses.length} statuses undone`,
  );
  expect(idle).toEqual([]);
  expect(statuses.filter(({ refused }) => !refused)).toEqual([]);
});

function isRepair(situation: Situation, fixes: readonly HeadersFix[], change: HeaderChange): boolean {
  const list = { 'Access-Control-Allow-Methods': 'methods', 'Access-Control-Allow-Headers': 'headers' }[change.name];
  if (list === undefined) return false;
  const without = (each: HeaderChange) => each !== change;
  return engineNames.some((engine) => {
    const server = fixedServer(situation.serverFor(engine), fixes, without);
    const { checks } = predict(situation.request, server, engines[engine]);
    return checks.some((check) => check.name === `preflight-parse-${list}` && check.reason !== null);
  });
}

test('a fix never allows everyone together with credentials, nor the origin null', () => {
  const changes = results.flatMap(({ fixes }) =>
    fixes.flatMap((fix) => fix.hops.flatMap((hop) => [hop.preflight, hop.response].filter((each) => each !== null))),
  );
  const names = (answer: AnswerFix) => new Map(answer.headers.map((change) => [change.name, change.value]));
  const unsafe = changes.map(names).filter((set) => {
    const origin = set.get('Access-Control-Allow-Origin');
    return origin === 'null' || (origin === '*' && set.has('Access-Control-Allow-Credentials'));
  });
  expect(changes.length).toBeGreaterThan(700);
  expect(unsafe).toEqual([]);
});
