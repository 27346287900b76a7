import { mark, snippet } from '../recipe.ts';
import { callThroughProxy, openThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const nginxProxy: ProxyRecipeMaker<'nginx-proxy'> = (plan) => ({
  id: 'nginx-proxy',
  name: 'nginx',
  parts: [
    {
      where: 'inside http { }',
      language: 'nginx',
      lines: snippet(
        'server {',
        mark(`    listen 127.0.0.1:${plan.port};`),
        `    listen [::1]:${plan.port};`,
        '    server_name localhost;',
        '',
        mark(`    location ${plan.prefix}/ {`),
        mark(`        proxy_pass ${plan.target}${plan.stripsPrefix ? '/' : ''};`),
        `        proxy_set_header Origin ${plan.target};`,
        '        proxy_ssl_server_name on;',
        `        proxy_cookie_domain ${new URL(plan.target).hostname} localhost;`,
        '    }',
        '',
        '    location / {',
        mark(`        proxy_pass ${plan.page};`),
        '        proxy_http_version 1.1;',
        '        proxy_set_header Upgrade $http_upgrade;',
        '        proxy_set_header Connection "upgrade";',
        '    }',
        '}',
      ),
    },
  ],
  notes: [openThroughProxy(plan), callThroughProxy(plan), whyAProxy],
  docs: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  install: null,
});
