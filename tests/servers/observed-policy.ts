import { request as httpRequest } from 'node:http';
import { engines } from '../../src/cors/engines.ts';
import { type HeaderLine, HeaderList } from '../../src/cors/header-list.ts';
import { predict } from '../../src/cors/predict.ts';
import { type CorsRequest, plainRequest } from '../../src/cors/request.ts';
import type { ServerResponse } from '../../src/cors/server.ts';
import type { HeadersFix } from '../../src/fix/fix.ts';
import { fixFor } from '../../src/fix/fix-exchange.ts';
import { mergeFixes, type ServerPolicy } from '../../src/fix/server-policy.ts';
import { predictedExchange, predictedVerdict } from '../unit/fix/predicted-exchange.ts';

/** What the page needs, in the page's own words. */
function neededRequests(api: string, origin: string): CorsRequest[] {
  const base = { ...plainRequest, origin, credentials: 'include' as const };
  return [
    { ...base, url: `${api}/api/items` },
    {
      ...base,
      url: `${api}/api/items/1`,
      method: 'PUT',
      body: 'present',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Requested-By', 'page'],
      ],
    },
  ];
}

/**
 * The policy that the recipe is made of, the way the panel comes to it: what the server really answers, the verdict on it, the
 * fixes, merged.
 */
export async function observedPolicy(api: string, origin: string): Promise<ServerPolicy> {
  const fixes = await Promise.all(neededRequests(api, origin).map(observedFix));
  const [policy] = mergeFixes(fixes);
  if (policy === undefined) throw new Error(`no policy for ${api}`);
  return policy;
}

async function observedFix(request: CorsRequest): Promise<HeadersFix> {
  const asked: HeaderLine[] = [
    ['Origin', request.origin],
    ['Access-Control-Request-Method', request.method],
    ['Access-Control-Request-Headers', 'content-type,x-requested-by'],
  ];
  const preflight = await ask(request.url, 'OPTIONS', asked);
  const response = await ask(request.url, request.method, [['Origin', request.origin], ...request.headers]);
  const server = ({ kind }: { kind: 'preflight' | 'request' }) => ({
    kind: 'response' as const,
    ...(kind === 'preflight' ? preflight : response),
  });
  const prediction = predict(request, server, engines.chromium);
  const exchange = predictedExchange(request, server, prediction);
  const fix = fixFor(exchange, predictedVerdict(request, prediction, 'chromium'), { expose: ['X-Total'] });
  if (fix.kind !== 'headers') throw new Error(`${request.method} ${request.url} is not blocked by its headers`);
  return fix;
}

/** Without `fetch`, which sends no `Origin` of ours. */
function ask(url: string, method: string, headers: readonly HeaderLine[]): Promise<ServerResponse> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers: Object.fromEntries(headers) }, (response) => {
      response.resume();
      const lines: HeaderLine[] = [];
      for (let index = 0; index < response.rawHeaders.length; index += 2) {
        lines.push([response.rawHeaders[index] ?? '', response.rawHeaders[index + 1] ?? '']);
      }
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: new HeaderList(lines) }));
    });
    sent.once('error', reject);
    sent.end(method === 'PUT' ? '{"name":"new"}' : undefined);
  });
}
