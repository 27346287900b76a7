import { expect, test } from 'vitest';
import { engines } from '../../../src/cors/engines.ts';
import { HeaderList } from '../../../src/cors/header-list.ts';
import { predict } from '../../../src/cors/predict.ts';
import type { CorsRequest } from '../../../src/cors/request.ts';
import type { Server } from '../../../src/cors/server.ts';
import { fixFor } from '../../../src/fix/fix-exchange.ts';
import type { Patch } from '../../../src/override/override.ts';
import { mergePatches } from '../../../src/override/patch.ts';
import type { Obstacle } from '../../../src/override/plan.ts';
import { planOverride } from '../../../src/override/plan-override.ts';
import { caseToRequest } from '../../truth/case-to-request.ts';
import { caseToServer } from '../../truth/case-to-server.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { predictedExchange, predictedVerdict } from '../fix/predicted-exchange.ts';
import { patched, patchesThatMatch } from './patched.ts';

const files = truthFiles();

/** The server as the page meets it while the override is on. */
function serverUnder(server: Server, patches: readonly Patch[], { origin }: CorsRequest): Server {
  return (sent) => {
    const answer = server(sent);
    if (answer.kind !== 'response') return answer;
    const actions = patchesThatMatch(patches, sent.url, origin).flatMap((patch) => patch.actions);
    return { ...answer, headers: new HeaderList(patched(answer.headers.lines, actions)) };
  };
}

interface Result {
  readonly id: string;
  readonly rounds: number;
  readonly patches: readonly Patch[];
  readonly outcome: string;
  readonly obstacle: Obstacle | null;
  readonly credentialed: boolean;
}

/** Tries the fix again and again, as a person would: what is behind a redirect shows only once the redirect was allowed. */
function tryOverride(engine: 'chromium' | 'firefox'): Result[] {
  return files.flatMap((file) =>
    file.cases.flatMap((truthCase): Result[] => {
      const request = caseToRequest(truthCase, file.origins);
      const isRefused = file.truth[truthCase.id]?.[engine]?.outcome === 'blocked';
      if (request === null || !isRefused || truthCase.unstable) return [];
      const own = caseToServer(truthCase, file.origins, engines[engine]);
      let patches: readonly Patch[] = [];
      for (let round = 0; ; round += 1) {
        const server = serverUnder(own, patches, request);
        const prediction = predict(request, server, engines[engine]);
        const exchange = predictedExchange(request, server, prediction);
        const verdict = predictedVerdict(request, prediction, engine);
        const fix = fixFor(exchange, verdict);
        const context = { engine, developmentOrigins: [request.origin], initiators: [request.origin], active: patches };
        const plan = planOverride([{ exchange, fix }], context);
        const isOver = verdict.outcome !== 'blocked' || plan.patches.length === 0 || round === 5;
        if (!isOver) {
          patches = mergePatches(patches, plan.patches);
          continue;
        }
        const obstacle = verdict.outcome === 'blocked' ? (plan.cannot[0]?.obstacle ?? null) : null;
        const credentialed = request.credentials === 'include';
        return [{ id: truthCase.id, rounds: round, patches, outcome: verdict.outcome, obstacle, credentialed }];
      }
    }),
  );
}

const results = [...tryOverride('chromium'), ...tryOverride('firefox')];

test('every recorded refusal is either overcome, or the plan says what is in the way', () => {
  const refused = results.filter(({ outcome }) => outcome === 'blocked');
  const count = (obstacle: Obstacle) => refused.filter((result) => result.obstacle === obstacle).length;
  console.log(
    `${results.length} refusals in Chromium and Firefox: ${results.length - refused.length} overcome; in the way were ` +
      `${count('preflight-status')} statuses and ${count('preflight-redirect')} redirects of preflights, ` +
      `${count('not-by-headers')} causes beyond headers, ${count('conflict')} conflicts`,
  );
  expect(refused.filter(({ obstacle }) => obstacle === null).map(({ id }) => id)).toEqual([]);
  expect(refused.filter(({ obstacle }) => obstacle === 'nothing-to-fix').map(({ id }) => id)).toEqual([]);
  expect(results.length - refused.length).toBeGreaterThan(900);
});

test('no override says more than is needed: credentials for those who send them, * never beside them', () => {
  const careless = results.filter(({ patches, credentialed }) =>
    patches.some(({ actions }) => {
      const allows = actions.some(({ name }) => name === 'Access-Control-Allow-Credentials');
      const everyone = actions.some((action) => action.operation === 'set' && action.value === '*');
      return allows && (!credentialed || everyone);
    }),
  );
  expect(careless.map(({ id }) => id)).toEqual([]);
});

test('no override leaves a preflight behind', () => {
  const lasting = results.filter(({ patches }) =>
    patches.some(
      ({ actions }) =>
        !actions.some(
          (action) => action.name === 'Access-Control-Max-Age' && action.operation === 'set' && action.value === '0',
        ),
    ),
  );
  expect(lasting.map(({ id }) => id)).toEqual([]);
});
