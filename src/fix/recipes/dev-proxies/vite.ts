import { singleQuoted } from '../literal.ts';
import { mark, markIf, snippet } from '../recipe.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const viteProxy: ProxyRecipeMaker<'vite'> = (plan) => ({
  id: 'vite',
  name: 'Vite',
  parts: [
    {
      where: 'in vite.config.js, inside defineConfig({ })',
      language: 'javascript',
      lines: snippet(
        'server: {',
        '  proxy: {',
        mark(`    ${singleQuoted(plan.prefix)}: {`),
        mark(`      target: ${singleQuoted(plan.target)},`),
        '      changeOrigin: true,',
        `      headers: { origin: ${singleQuoted(plan.target)} },`,
        "      cookieDomainRewrite: '',",
        markIf(plan.stripsPrefix, `      rewrite: (path) => path.slice(${plan.prefix.length}),`),
        '    },',
        '  },',
        '},',
      ),
    },
  ],
  notes: [callThroughProxy(plan), whyAProxy],
  docs: 'https://vite.dev/config/server-options#server-proxy',
  install: null,
});
