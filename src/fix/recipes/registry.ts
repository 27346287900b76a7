import type { ServerPolicy } from '../server-policy.ts';
import { apache } from './apache.ts';
import { aspnetCore } from './aspnet-core.ts';
import { awsApiGateway } from './aws-api-gateway.ts';
import { awsS3 } from './aws-s3.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { goNetHttp } from './go-net-http.ts';
import { goRsCors } from './go-rs-cors.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { laravel } from './laravel.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { rails } from './rails.ts';
import type { Recipe, RecipeMaker } from './recipe.ts';
import type { ServerId } from './server-id.ts';
import { springBoot } from './spring-boot.ts';

export const serverRecipes: { readonly [Id in ServerId]: RecipeMaker<Id> } = {
  express,
  fastify,
  koa,
  hono,
  nestjs,
  nextjs,
  'node-http': nodeHttp,
  nginx,
  apache,
  caddy,
  haproxy,
  'spring-boot': springBoot,
  django,
  flask,
  fastapi,
  'aspnet-core': aspnetCore,
  'go-net-http': goNetHttp,
  'go-rs-cors': goRsCors,
  rails,
  laravel,
  'aws-api-gateway': awsApiGateway,
  'aws-s3': awsS3,
  'cloudflare-workers': cloudflareWorkers,
};

/** The policy written for one server. */
export function serverRecipe(id: ServerId, policy: ServerPolicy): Recipe<ServerId> {
  return serverRecipes[id](policy);
}
