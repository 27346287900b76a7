import type { HeaderLine } from '../../src/cors/header-list.ts';
import type { TruthCase, TruthOrigins, TruthStep } from '../truth/truth-case.ts';
import { isScripted, type Mutation } from './mutation.ts';
import { redirectStatuses } from './odd-answers.ts';
import type { Random } from './random.ts';

/** Changes of where the server sends the browser. */
export const redirectMutations: readonly Mutation[] = [
  // Twice as likely as the other.
  (random, of, origins) => withHop(random, of, origins),
  (random, of, origins) => withHop(random, of, origins),
  (random, of, origins) => withLocation(random, of, origins),
];

/** One more redirect in front: every step moves on by one. */
function withHop(random: Random, of: TruthCase, origins: TruthOrigins): TruthCase {
  const { server, id } = of;
  if ((server.hops?.length ?? 0) > 3 || !isScripted(of)) return of;
  const later = (text: string) => text.replace(/\/r\/(\d+)\?/g, (_, step) => `/r/${Number(step) + 1}?`);
  const hops = (server.hops ?? []).map((hop) => ({
    ...hop,
    headers: hop.headers.map(([name, value]): HeaderLine => [name, /^location$/i.test(name) ? later(value) : value]),
  }));
  const target = random.pick([origins.API, origins.SITE, origins.OTHER, origins.PAGE]);
  const cors = random
    .pick([
      hops[0]?.headers ?? server.response.headers,
      server.response.headers,
      [['Access-Control-Allow-Origin', '*'] as const],
    ])
    .filter(([name]) => !/^location$/i.test(name));
  const first: TruthStep = {
    status: random.pick(redirectStatuses),
    headers: [['Location', `${target}/r/1?case=${id}`], ...cors],
  };
  return { ...of, server: { ...server, hops: [first, ...hops] } };
}

function withLocation(random: Random, of: TruthCase, origins: TruthOrigins): TruthCase {
  const hops = of.server.hops ?? [];
  if (hops.length === 0 || !isScripted(of)) return withHop(random, of, origins);
  const at = random.below(hops.length);
  return {
    ...of,
    server: {
      ...of.server,
      hops: hops.map((hop, index) => {
        if (index !== at) return hop;
        const lines = hop.headers.filter(([name]) => !/^location$/i.test(name));
        const next = `${random.pick([origins.API, origins.SITE, origins.OTHER, origins.PAGE])}/r/${at + 1}?case=${of.id}`;
        const location = random.pick([
          next,
          next,
          next,
          next.replace('http:', ''),
          `${next}#f`,
          next.replace('://', '://u:p@'),
          next.replace('http:', 'HTTP:'),
          ` ${next}`,
          next.replace(/^http:\/\/[^/]*/, ''),
          `?case=${of.id}`,
          next.replace('?', '?x=é&'),
        ]);
        return { ...hop, headers: [['Location', location], ...lines] };
      }),
    },
  };
}
