/** Every server that there is a recipe for, in the order in which they are offered. */
export const serverIds = [
  'express',
  'fastify',
  'koa',
  'hono',
  'nestjs',
  'nextjs',
  'node-http',
  'nginx',
  'apache',
  'caddy',
  'haproxy',
  'spring-boot',
  'django',
  'flask',
  'fastapi',
  'aspnet-core',
  'go-net-http',
  'go-rs-cors',
  'rails',
  'laravel',
  'aws-api-gateway',
  'aws-s3',
  'cloudflare-workers',
] as const;

export type ServerId = (typeof serverIds)[number];
