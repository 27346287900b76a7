import { snippet } from '../recipe.ts';
import { httpProxyJson } from './http-proxy-json.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const angularProxy: ProxyRecipeMaker<'angular'> = (plan) => ({
  id: 'angular',
  name: 'Angular',
  parts: [
    {
      where: 'as src/proxy.conf.json',
      language: 'json',
      lines: httpProxyJson(plan),
    },
    {
      where: 'in angular.json, under projects, your project, architect, serve',
      language: 'json',
      lines: snippet('"options": {', '  "proxyConfig": "src/proxy.conf.json"', '}'),
    },
  ],
  notes: [callThroughProxy(plan), whyAProxy],
  docs: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
  install: null,
});
