import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { TruthAnswer, TruthCase, TruthOrigins, TruthServer, TruthStep } from '../truth/truth-case.ts';
import { type Mutation, nudged } from './mutation.ts';
import {
  answerExtras,
  badPreflightStatuses,
  exposeValues,
  finalStatuses,
  maxAges,
  oddMembers,
  okStatuses,
  redirectStatuses,
  rightCredentials,
  separators,
  wrongCredentials,
  wrongOrigins,
} from './odd-answers.ts';
import type { Random } from './random.ts';

/** Changes the headers of one of the answers. */
const changeHeaders =
  (
    change: (
      random: Random,
      lines: readonly HeaderLine[],
      of: TruthCase,
      origins: TruthOrigins,
    ) => readonly HeaderLine[],
  ): Mutation =>
  (random, of, origins) =>
    changeAnswer((answer) => ({ ...answer, headers: change(random, answer.headers, of, origins) }))(
      random,
      of,
      origins,
    );

const changeAnswer =
  (change: (answer: TruthAnswer, random: Random, isPreflight: boolean) => TruthAnswer): Mutation =>
  (random, of) => {
    const { server } = of;
    const preflight = (one: TruthAnswer) => change(one, random, true);
    const step = (one: TruthStep): TruthStep => ({ ...one, ...change(one, random, false) });
    const places: (() => TruthServer)[] = [() => ({ ...server, response: step(server.response) })];
    const ownPreflight = server.response.preflight;
    if (ownPreflight)
      places.push(() => ({ ...server, response: { ...server.response, preflight: preflight(ownPreflight) } }));
    if (server.preflight) {
      const shared = server.preflight;
      places.push(...[1, 2].map(() => () => ({ ...server, preflight: preflight(shared) })));
    }
    for (const [at, hop] of (server.hops ?? []).entries()) {
      const put = (one: TruthStep) => ({
        ...server,
        hops: (server.hops ?? []).map((old, index) => (index === at ? one : old)),
      });
      places.push(() => put(step(hop)));
      if (hop.preflight) places.push(() => put({ ...hop, preflight: preflight(hop.preflight as TruthAnswer) }));
    }
    return { ...of, server: random.pick(places as [() => TruthServer, ...(() => TruthServer)[]])() };
  };

const without = (lines: readonly HeaderLine[], name: string) =>
  lines.filter(([other]) => other.trim().toLowerCase() !== name.toLowerCase());
const replaced = (lines: readonly HeaderLine[], name: string, values: readonly string[]): HeaderLine[] => [
  ...without(lines, name),
  ...values.map((value): HeaderLine => [name, value]),
];

const listNames = [
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
] as const;

/** Changes of what the server says. */
export const answerMutations: readonly Mutation[] = [
  changeHeaders((random, lines, _, origins) => {
    const wanted = lines.find(([name]) => /allow-origin/i.test(name))?.[1] ?? origins.PAGE;
    return replaced(
      lines,
      'Access-Control-Allow-Origin',
      random.pick(wrongOrigins)(wanted === '*' ? origins.PAGE : wanted.trim(), origins.OTHER),
    );
  }),
  changeHeaders((random, lines) => {
    if (lines.length === 0) return lines;
    const at = random.below(lines.length);
    return lines.flatMap((line, index): HeaderLine[] => {
      if (index !== at || /^location$/i.test(line[0])) return [line];
      const [name, value] = line;
      return random.pick<() => HeaderLine[]>([
        () => [],
        () => [line, line],
        () => [line, [name, '']],
        () => [[name, nudged(random, value)]],
        () => [[name, nudged(random, value)]],
        () => [[name.toUpperCase(), nudged(random, value)]],
        () => [line, [name.toLowerCase(), nudged(random, value)]],
      ])();
    });
  }),
  changeHeaders((random, lines) =>
    replaced(
      lines,
      'Access-Control-Allow-Credentials',
      random.chance(0.4) ? [random.pick(rightCredentials)] : random.pick(wrongCredentials),
    ),
  ),
  changeHeaders((random, lines) => {
    const name = random.pick(listNames);
    const members = lines
      .filter(([other]) => other.toLowerCase() === name.toLowerCase())
      .flatMap(([, value]) => value.split(','));
    const list = random.pick<() => readonly string[]>([
      () => [...members, random.pick(oddMembers)],
      () => [random.pick(oddMembers), ...members],
      () => members.map((member) => nudged(random, member)),
      () => ['*'],
      () => [...members, '*'],
      () => members.slice(1),
    ])();
    return replaced(lines, name, random.chance(0.15) ? list : [list.join(random.pick(separators))]);
  }),
  changeHeaders((random, lines) =>
    replaced(
      lines,
      'Access-Control-Max-Age',
      random.chance(0.1)
        ? [random.pick(maxAges), random.pick(maxAges)]
        : [random.chance(0.7) ? random.pick(maxAges) : nudged(random, '600')],
    ),
  ),
  changeHeaders((random, lines) => [
    ...replaced(lines, 'Access-Control-Expose-Headers', random.pick(exposeValues)),
    ...random.sample(
      answerExtras.filter(([name]) => name !== 'Location'),
      2,
    ),
  ]),
  changeAnswer((answer, random, isPreflight) => ({
    ...answer,
    status: random.pick(
      isPreflight
        ? [random.pick(okStatuses), random.pick(badPreflightStatuses)]
        : [random.pick(finalStatuses), random.pick(redirectStatuses)],
    ),
  })),
  (_, { server, ...of }) => {
    if (!server.preflight) return { ...of, server };
    const { headers } = server.preflight;
    return {
      ...of,
      server: {
        ...server,
        preflight: { ...server.preflight, headers: server.response.headers },
        response: { ...server.response, headers },
      },
    };
  },
];
