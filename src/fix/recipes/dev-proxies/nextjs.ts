import { code } from '../../../explain/quote.ts';
import { rich } from '../../../explain/rich-text.ts';
import { singleQuoted } from '../literal.ts';
import { mark, snippet } from '../recipe.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const nextjsProxy: ProxyRecipeMaker<'nextjs-rewrites'> = (plan) => ({
  id: 'nextjs-rewrites',
  name: 'Next.js rewrites',
  parts: [
    {
      where: 'in next.config.mjs, inside the configuration object',
      language: 'javascript',
      lines: snippet(
        'async rewrites() {',
        '  return [',
        '    {',
        mark(`      source: ${singleQuoted(`${plan.prefix}/:path*`)},`),
        mark(`      destination: ${singleQuoted(`${plan.target}${plan.stripsPrefix ? '' : plan.prefix}/:path*`)},`),
        '    },',
        '  ];',
        '},',
      ),
    },
  ],
  notes: [
    callThroughProxy(plan),
    rich`Rewrites pass the page's ${code('Origin')} on. An API that refuses foreign origins outright needs another proxy.`,
    whyAProxy,
  ],
  docs: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites',
  install: null,
});
