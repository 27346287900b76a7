import type { Engine } from '../../src/cors/engine.ts';
import { type HeaderLine, HeaderList } from '../../src/cors/header-list.ts';
import type { NetworkError } from '../../src/cors/network-error.ts';
import { parseUrl } from '../../src/cors/origin.ts';
import type { Answer, SentRequest, Server } from '../../src/cors/server.ts';
import type { TruthAnswer, TruthCase, TruthOrigins, TruthStep } from './truth-case.ts';

/** What the recorder's server answers where a case has no preflight of its own. */
const noPreflight: TruthAnswer = { status: 404, headers: [] };

/** The recorder's server: it answers by the step that the path `/r/N` names, not by the number of the request. */
export function caseToServer({ server, request }: TruthCase, origins: TruthOrigins, engine: Engine): Server {
  const steps: readonly TruthStep[] = [...(server.hops ?? []), server.response];
  return (sent) => {
    const url = parseUrl(sent.url);
    const unreachable = url === null ? 'invalid-url' : unreachableBy(url, origins);
    if (unreachable !== null) return { kind: 'network-error', error: unreachable };
    if (request.body?.kind === 'stream' && sent.kind === 'request' && engine.streamBody === 'preflight') {
      return { kind: 'network-error', error: 'stream-upload' };
    }
    const number = stepOf(url);
    if (number === null) return { kind: 'response', status: 404, headers: new HeaderList([['Content-Length', '0']]) };
    const step = steps[number] ?? server.response;
    if (sent.kind === 'preflight') return toAnswer(step.preflight ?? server.preflight ?? noPreflight, sent, engine);
    return toAnswer(step, sent, engine);
  };
}

/** Whether a request never got as far as the recorder's server. */
export function isUnreachable(answer: Answer): boolean {
  return answer.kind === 'network-error' && ['connection-refused', 'name-not-resolved'].includes(answer.error);
}

/** Null for an address that is none of the case's. */
function stepOf(url: URL | null): number | null {
  const number = /^\/r\/(\d+)/.exec(url?.pathname ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

function unreachableBy(url: URL, origins: TruthOrigins): NetworkError | null {
  if (Object.values(origins).includes(url.origin)) return null;
  return url.hostname.endsWith('.invalid') ? 'name-not-resolved' : 'connection-refused';
}

function toAnswer(answer: TruthAnswer, sent: SentRequest, engine: Engine): Answer {
  if (answer.drop === true) return { kind: 'network-error', error: 'connection-closed' };
  if (answer.raw !== undefined) return { kind: 'network-error', error: 'invalid-response' };
  // The recorder's server is no proxy.
  if (answer.status === 407 && engine.proxyAuthentication === 'refused') {
    return { kind: 'network-error', error: 'proxy-authentication' };
  }
  const lines = answer.headers.flatMap((line) => readLine(line, engine));
  return {
    kind: 'response',
    status: answer.status,
    headers: new HeaderList(sent.kind === 'request' ? withServerHeaders(lines, answer) : lines),
  };
}

function readLine([name, value]: HeaderLine, engine: Engine): readonly HeaderLine[] {
  if (!name.endsWith(' ')) return [[name, value]];
  return engine.spaceBeforeColon === 'trimmed' ? [[name.trimEnd(), value]] : [];
}

/** The recorder's server adds these. A 204 or 304 has no body to tell about. */
function withServerHeaders(
  lines: readonly HeaderLine[],
  { status, close, truncate }: TruthAnswer,
): readonly HeaderLine[] {
  const added: HeaderLine[] = [['Cache-Control', 'no-store']];
  if (status !== 204 && status !== 304) added.push(['Content-Length', '0'], ['Content-Type', 'text/plain']);
  if (truncate === true && close === true) added.push(['Connection', 'close']);
  const has = (name: string) => lines.some(([existing]) => existing.toLowerCase() === name.toLowerCase());
  return [...lines, ...added.filter(([name]) => !has(name))];
}
