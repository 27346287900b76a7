import type { ServerPolicy } from '../server-policy.ts';
import { list, singleQuoted } from './literal.ts';
import { type Draft, mark, markIf } from './recipe.ts';

/** The options of npm's `cors`, which Express, Fastify and NestJS share, one per line. */
export function corsPackageOptions(policy: ServerPolicy, indent: string): Draft[] {
  return [
    mark(`${indent}origin: ${policy.anyOrigin ? "'*'" : `[${list(policy.origins, singleQuoted)}]`},`),
    mark(`${indent}methods: [${list(policy.methods, singleQuoted)}],`),
    mark(`${indent}allowedHeaders: [${list(policy.requestHeaders, singleQuoted)}],`),
    markIf(
      policy.exposedHeaders.length > 0,
      `${indent}exposedHeaders: [${list(policy.exposedHeaders, singleQuoted)}],`,
    ),
    markIf(policy.credentials, `${indent}credentials: true,`),
    `${indent}maxAge: ${policy.maxAge},`,
  ];
}
