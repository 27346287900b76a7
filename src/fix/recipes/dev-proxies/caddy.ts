import { mark, snippet } from '../recipe.ts';
import { callThroughProxy, openThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const caddyProxy: ProxyRecipeMaker<'caddy-proxy'> = (plan) => ({
  id: 'caddy-proxy',
  name: 'Caddy',
  parts: [
    {
      where: 'in a Caddyfile of its own; start it with caddy run',
      language: 'caddyfile',
      lines: snippet(
        mark(`http://localhost:${plan.port} {`),
        mark(`    ${plan.stripsPrefix ? 'handle_path' : 'handle'} ${plan.prefix}/* {`),
        mark(`        reverse_proxy ${plan.target} {`),
        '            header_up Host {upstream_hostport}',
        `            header_up Origin ${plan.target}`,
        '        }',
        '    }',
        '    handle {',
        mark(`        reverse_proxy ${plan.page} {`),
        '            header_up Host {upstream_hostport}',
        '        }',
        '    }',
        '}',
      ),
    },
  ],
  notes: [openThroughProxy(plan), callThroughProxy(plan), whyAProxy],
  docs: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
  install: null,
});
