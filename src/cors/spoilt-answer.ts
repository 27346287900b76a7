import type { Engine } from './engine.ts';
import type { NetworkError } from './network-error.ts';
import type { ServerResponse } from './server.ts';

/** What makes an answer none at all to this engine, before anything in it is looked at; null where nothing does. */
export function spoiltAnswer({ status, headers }: ServerResponse, engine: Engine): NetworkError | null {
  if (status === 407 && engine.proxyAuthentication === 'refused') return 'proxy-authentication';
  if (!engine.severalLocationsSpoilAnyAnswer) return null;
  return new Set(headers.getAll('location')).size > 1 ? 'several-locations' : null;
}
