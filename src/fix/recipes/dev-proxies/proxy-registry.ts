import type { Recipe } from '../recipe.ts';
import { angularProxy } from './angular.ts';
import { caddyProxy } from './caddy.ts';
import { corsAnywhere } from './cors-anywhere.ts';
import { nextjsProxy } from './nextjs.ts';
import { nginxProxy } from './nginx.ts';
import { parcelProxy } from './parcel.ts';
import type { ProxyPlan } from './proxy-plan.ts';
import { viteProxy } from './vite.ts';
import { webpackProxy } from './webpack.ts';

/** Every way to put a proxy in between, in the order in which they are offered. */
export const proxyRecipes = {
  vite: viteProxy,
  webpack: webpackProxy,
  'nextjs-rewrites': nextjsProxy,
  angular: angularProxy,
  parcel: parcelProxy,
  'caddy-proxy': caddyProxy,
  'nginx-proxy': nginxProxy,
  'cors-anywhere': corsAnywhere,
};

export type ProxyId = keyof typeof proxyRecipes;

export const proxyIds = Object.keys(proxyRecipes) as ProxyId[];

/** The plan written for one proxy. */
export function proxyRecipe(id: ProxyId, plan: ProxyPlan): Recipe<ProxyId> {
  return proxyRecipes[id](plan);
}
