import type { ServerPolicy } from '../server-policy.ts';
import { headerValue, list, singleQuoted } from './literal.ts';
import { type Draft, lineIf, mark, markIf } from './recipe.ts';

/** The set of origins that `corsHeadersOnResponse` looks into, for the top of the file. */
export function allowedOriginsSet(policy: ServerPolicy): Draft[] {
  return [
    markIf(!policy.anyOrigin, `const allowedOrigins = new Set([${list(policy.origins, singleQuoted)}]);`),
    lineIf(!policy.anyOrigin, ''),
  ];
}

/**
 * The lines that put the headers on a `response` of the Fetch API and return it. The names `origin` and `isPreflight` are
 * declared above them.
 */
export function corsHeadersOnResponse(policy: ServerPolicy, indent: string): Draft[] {
  const set = (name: string, value: string) => `response.headers.set('Access-Control-${name}', ${value});`;
  const lines = [
    lineIf(!policy.anyOrigin, "response.headers.append('Vary', 'Origin');"),
    lineIf(!policy.anyOrigin, 'if (!allowedOrigins.has(origin)) return response;'),
    mark(set('Allow-Origin', policy.anyOrigin ? "'*'" : 'origin')),
    markIf(policy.credentials, set('Allow-Credentials', "'true'")),
    markIf(policy.exposedHeaders.length > 0, set('Expose-Headers', singleQuoted(headerValue(policy.exposedHeaders)))),
    'if (isPreflight) {',
    mark(`  ${set('Allow-Methods', singleQuoted(headerValue(policy.methods)))}`),
    markIf(
      policy.requestHeaders.length > 0,
      `  ${set('Allow-Headers', singleQuoted(headerValue(policy.requestHeaders)))}`,
    ),
    `  ${set('Max-Age', `'${policy.maxAge}'`)}`,
    '}',
    'return response;',
  ];
  return lines.map((line) => indented(line, indent));
}

function indented(line: Draft, indent: string): Draft {
  if (line === null) return null;
  return typeof line === 'string' ? `${indent}${line}` : { ...line, text: `${indent}${line.text}` };
}
