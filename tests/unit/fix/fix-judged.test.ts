import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { Prediction } from '../../../src/cors/prediction.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Server } from '../../../src/cors/server.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { applyFix } from '../../../src/fix/apply-fix.ts';
import type { Fix, HeaderChange } from '../../../src/fix/fix.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import { judge, judgeAsIf } from '../../../src/judge/judge.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import { caseToRequest } from '../../truth/case-to-request.ts';
import { caseToServer } from '../../truth/case-to-server.ts';
import type { TruthCase } from '../../truth/truth-case.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { fixedServer } from './fixed-server.ts';

/** A recorded refusal as an extension would have seen it, judged, and fixed: nothing of it is known but what was observed. */
interface Judged {
  readonly truthCase: TruthCase;
  readonly request: CorsRequest;
  readonly server: Server;
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  readonly fix: Fix;
}

const files = truthFiles();

function judgedRefusals(engine: 'chromium' | 'firefox'): Judged[] {
  return files.flatMap((file) =>
    file.cases.flatMap((truthCase): Judged[] => {
      const recorded = file.truth[truthCase.id]?.[engine];
      const request = caseToRequest(truthCase, file.origins);
      if (recorded?.outcome !== 'blocked' || request === null || truthCase.unstable) return [];
      const exchange = caseToExchange(truthCase, recorded, file.origins, engine);
      if (exchange === null) return [];
      const verdict = judge(exchange, engine);
      const server = caseToServer(truthCase, file.origins, engines[engine]);
      const elsewhere = engineNames.filter((name) => name !== engine).map((name) => judgeAsIf(exchange, name));
      const fix = fixFor(exchange, verdict, { elsewhere });
      return [{ truthCase, request, server, exchange, verdict, fix }];
    }),
  );
}

/** Refusals that only show in an answer that nobody saw, or that no header may cure. */
function isBeyondTheFix({ reason, hop, hops }: Prediction): boolean {
  const aboutCredentials = /Wildcard|AllowCredentials$|AllowOriginMismatch$/.test(reason ?? '');
  return reason === 'RedirectContainsCredentials' || (aboutCredentials && hops[hop]?.origin === 'null');
}

/** Credentials for the origin `null`, or a redirect that was not seen: nothing that a header should cure. */
function isNoHeadersMatter({ reason, checks }: Verdict): boolean {
  if (reason === 'RedirectContainsCredentials') return true;
  const failed = checks.find(({ status }) => status === 'failed');
  return reason === 'WildcardOriginNotAllowed' && failed?.expected === 'null';
}

/** Whoever makes the fix knows whether the page includes credentials. */
function wantedFor(request: CorsRequest): (change: HeaderChange) => boolean {
  return (change) => change.needed !== 'if-credentialed' || request.credentials === 'include';
}

test.each(['chromium', 'firefox'] as const)(
  'what %s shows an extension is enough: the fix cures every fault that was in sight',
  (engine) => {
    const judged = judgedRefusals(engine);
    const byHeaders = judged.flatMap((each) => (each.fix.kind === 'headers' ? [{ ...each, fix: each.fix }] : []));
    const after = byHeaders.map(({ server, fix, request, exchange, truthCase, verdict }) => {
      const prediction = predict(request, fixedServer(server, [fix], wantedFor(request)), engines[engine]);
      const cured = prediction.outcome !== 'blocked';
      // Behind a redirect that was refused lies what nobody saw.
      const furtherOn = prediction.hop >= exchange.hops.length;
      return { truthCase, verdict, prediction, cured, furtherOn };
    });
    const left = after.filter(
      ({ cured, furtherOn, prediction }) => !cured && !furtherOn && !isBeyondTheFix(prediction),
    );
    console.log(
      `${engine}: ${judged.length} refusals judged; ${after.filter(({ cured }) => cured).length} cured by headers, ` +
        `${after.filter(({ cured, furtherOn }) => !cured && furtherOn).length} refused further on, behind a redirect; ` +
        `${judged.length - byHeaders.length} told what helps instead`,
    );
    expect(
      left.map(
        ({ truthCase, verdict, prediction }) =>
          `${truthCase.id} ${verdict.reason} -> ${prediction.reason} [${truthCase.description}]`,
      ),
    ).toEqual([]);
    expect(after.length).toBeGreaterThan(600);
  },
);

/**
 * WebKit takes a request that began at its own origin for credentialed once it was redirected twice, and refuses `*` and what
 * lacks Allow-Credentials then. The first redirect's answer passes everywhere else, so nobody who has not seen WebKit
 * refuse would change it.
 */
const webkitAlone = [
  'r1-0341 webkit WildcardOriginNotAllowed',
  'redir-011 webkit InvalidAllowCredentials',
  'redir-025 webkit InvalidAllowCredentials',
];

test.each(['chromium', 'firefox'] as const)(
  'with the fix put on, the judge itself finds nothing to refuse in what %s showed',
  (engine) => {
    const stillRefused = judgedRefusals(engine).flatMap(({ truthCase, request, exchange, fix }) => {
      if (fix.kind !== 'headers') return [];
      const fixed = applyFix(exchange, fix, wantedFor(request));
      return engineNames
        .map((name) => judgeAsIf(fixed, name, { credentialed: request.credentials === 'include' }))
        .filter((verdict) => verdict.outcome === 'blocked' && !isNoHeadersMatter(verdict))
        .map((verdict) => `${truthCase.id} ${verdict.engine} ${verdict.reason} [${truthCase.description}]`);
    });
    expect(stillRefused.filter((line) => !webkitAlone.some((known) => line.startsWith(known)))).toEqual([]);
  },
);
