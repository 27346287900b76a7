import type { TruthAnswer, TruthCase, TruthStep } from '../truth/truth-case.ts';

/**
 * Makes a failing case smaller as long as it still fails.
 *
 * @param fails runs the case anew
 * @param tries how many runs at most
 */
export async function shrink(
  failing: TruthCase,
  fails: (candidate: TruthCase) => Promise<boolean>,
  tries = 60,
): Promise<TruthCase> {
  let smallest = failing;
  let left = tries;
  for (let found = true; found && left > 0; ) {
    found = false;
    for (const candidate of smaller(smallest)) {
      left -= 1;
      if (left <= 0) break;
      const renamed = rename(candidate, `${failing.id}-${left}`);
      if (!(await fails(renamed))) continue;
      smallest = renamed;
      found = true;
      break;
    }
  }
  return smallest;
}

/** The case with one thing less, biggest things first. */
function* smaller(truthCase: TruthCase): Generator<TruthCase> {
  const { then, request, server } = truthCase;
  if (then) {
    const { then: _, ...rest } = truthCase;
    yield rest;
  }
  if (truthCase.initiator !== 'page') yield { ...truthCase, initiator: 'page' };
  for (const key of ['body', 'credentials', 'redirect', 'mode', 'upload', 'withCredentials'] as const) {
    if (request[key] === undefined) continue;
    const { [key]: _, ...rest } = request;
    yield { ...truthCase, request: rest };
  }
  for (const index of (request.headers ?? []).keys()) {
    yield { ...truthCase, request: { ...request, headers: without(request.headers ?? [], index) } };
  }
  for (const response of smallerSteps(server.response)) yield { ...truthCase, server: { ...server, response } };
  for (const [index, hop] of (server.hops ?? []).entries()) {
    for (const step of smallerSteps(hop)) {
      const hops = (server.hops ?? []).map((old, at) => (at === index ? step : old));
      yield { ...truthCase, server: { ...server, hops } };
    }
  }
}

function* smallerSteps(step: TruthStep): Generator<TruthStep> {
  for (const answer of smallerAnswers(step)) yield { ...step, ...answer };
  if (step.preflight === undefined) return;
  for (const preflight of smallerAnswers(step.preflight)) yield { ...step, preflight };
}

function* smallerAnswers(answer: TruthAnswer): Generator<TruthAnswer> {
  for (const [index, [name]] of answer.headers.entries()) {
    if (name.toLowerCase() !== 'location') yield { ...answer, headers: without(answer.headers, index) };
  }
}

function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** A case of its own for the server and the caches, wherever its id stands. */
function rename(truthCase: TruthCase, id: string): TruthCase {
  return JSON.parse(JSON.stringify(truthCase).replaceAll(truthCase.id, id)) as TruthCase;
}
