import { type HeaderLine, HeaderList } from '../../../src/cors/header-list.ts';
import type { Prediction } from '../../../src/cors/prediction.ts';
import { type CorsRequest, plainRequest } from '../../../src/cors/request.ts';
import type { Answer, SentRequest, Server } from '../../../src/cors/server.ts';

export const page = 'https://app.test';
export const allowAll: HeaderLine[] = [['Access-Control-Allow-Origin', '*']];

/** A GET from app.test to api.test, unless told otherwise. */
export function request(changes: Partial<CorsRequest> = {}): CorsRequest {
  return { ...plainRequest, url: 'https://api.test/', origin: page, ...changes };
}

export function answer(status: number, headers: readonly HeaderLine[]): Answer {
  return { kind: 'response', status, headers: new HeaderList(headers) };
}

export const allowPut: Answer = answer(204, [...allowAll, ['Access-Control-Allow-Methods', 'PUT']]);

export function redirect(to: string, headers: readonly HeaderLine[] = allowAll, status = 307): Answer {
  return answer(status, [['Location', to], ...headers]);
}

/** Answers each step in turn, and every preflight alike; keeps what it was asked. */
export function server(
  answers: readonly Answer[],
  preflight: Answer = answer(204, []),
): { serve: Server; asked: SentRequest[] } {
  const asked: SentRequest[] = [];
  const serve: Server = (sent) => {
    asked.push(sent);
    return sent.kind === 'preflight' ? preflight : (answers[sent.hop] ?? { kind: 'not-known' });
  };
  return { serve, asked };
}

export function preflightSent({ hops }: Prediction): boolean {
  return hops.some(({ preflight }) => preflight === 'sent');
}
