import type { HeaderLine } from '../cors/header-list.ts';
import type { ServerId } from './recipes/server-id.ts';

/** Which server it is, as far as its answer tells. */
export interface ServerGuess {
  readonly id: ServerId;
  /** `named`: the server says so itself. `hinted`: a habit of it was seen. */
  readonly confidence: 'named' | 'hinted';
  /** The header that tells, as it stood in the answer; of a cookie, its name alone. */
  readonly evidence: { readonly header: string; readonly value: string };
}

interface Sign {
  readonly id: ServerId;
  readonly header: string;
  readonly pattern: RegExp;
  readonly confidence: ServerGuess['confidence'];
}

function named(id: ServerId, header: string, pattern: RegExp): Sign {
  return { id, header, pattern, confidence: 'named' };
}

function hinted(id: ServerId, header: string, pattern: RegExp): Sign {
  return { id, header, pattern, confidence: 'hinted' };
}

/**
 * Applications before what stands in front of them: the nearer to the code, the better a place for CORS. Only the first line
 * that fits counts for each server.
 */
const signs: readonly Sign[] = [
  named('nextjs', 'x-powered-by', /^next\.js/i),
  named('express', 'x-powered-by', /^express/i),
  named('aspnet-core', 'server', /^kestrel/i),
  hinted('aspnet-core', 'x-powered-by', /^asp\.net/i),
  named('flask', 'server', /^werkzeug/i),
  named('django', 'server', /^wsgiserver/i),
  hinted('fastapi', 'server', /^uvicorn/i),
  hinted('django', 'set-cookie', /^csrftoken(?==)/i),
  hinted('laravel', 'set-cookie', /^(?:laravel_session|laravel-session)(?==)/i),
  hinted('laravel', 'x-powered-by', /^php\//i),
  hinted('spring-boot', 'x-application-context', /./),
  hinted('spring-boot', 'set-cookie', /^jsessionid(?==)/i),
  hinted('express', 'set-cookie', /^connect\.sid(?==)/i),
  hinted('rails', 'x-runtime', /^\d+\.\d+$/),
  hinted('rails', 'server', /^(?:puma|phusion passenger)/i),
  named('aws-s3', 'server', /^amazons3/i),
  named('aws-api-gateway', 'apigw-requestid', /./),
  named('aws-api-gateway', 'x-amz-apigw-id', /./),
  named('caddy', 'server', /^caddy/i),
  named('nginx', 'server', /^(?:nginx|openresty)/i),
  named('apache', 'server', /^apache(?!-coyote)/i),
  hinted('spring-boot', 'server', /^apache-coyote/i),
  hinted('cloudflare-workers', 'server', /^cloudflare/i),
];

/**
 * Guesses the servers that had a part in an answer, best first: what the server calls itself before habits, and applications
 * before the proxies in front of them.
 *
 * @returns empty where the answer gives nothing away
 */
export function detectServer(lines: readonly HeaderLine[]): ServerGuess[] {
  const guesses = new Map<ServerId, ServerGuess>();
  for (const { id, header, pattern, confidence } of signs) {
    const line = lines.find(([name, value]) => name.toLowerCase() === header && pattern.test(value.trim()));
    if (line === undefined || guesses.has(id)) continue;
    const [name, value] = line;
    guesses.set(id, { id, confidence, evidence: { header: name, value: shown(header, value.trim(), pattern) } });
  }
  const all = [...guesses.values()];
  return [...all.filter(isNamed), ...all.filter((guess) => !isNamed(guess))];
}

function isNamed(guess: ServerGuess): boolean {
  return guess.confidence === 'named';
}

/** A cookie's value is nobody's business. */
function shown(header: string, value: string, pattern: RegExp): string {
  return header === 'set-cookie' ? (pattern.exec(value)?.[0] ?? '') : value;
}
