import { httpProxyJson } from './http-proxy-json.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const parcelProxy: ProxyRecipeMaker<'parcel'> = (plan) => ({
  id: 'parcel',
  name: 'Parcel',
  parts: [
    {
      where: 'as .proxyrc.json, beside package.json',
      language: 'json',
      lines: httpProxyJson(plan),
    },
  ],
  notes: [callThroughProxy(plan), whyAProxy],
  docs: 'https://parceljs.org/features/development/#api-proxy',
  install: null,
});
