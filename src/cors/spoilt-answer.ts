import type { Engine } from './engine.ts';
import type { NetworkError } from './network-error.ts';
import type { ServerResponse } from './server.ts';

/** What makes an answer none at all to this engine, before anything in it is looked at; null where nothing does. */
export function spoiltAnswer({ headers }: ServerResponse, engine: Engine): NetworkError | null {
  if (!engine.severalLocationsSpoilAnyAnswer) return null;
  return new Set(headers.getAll('location')).size > 1 ? 'several-locations' : null;
}
