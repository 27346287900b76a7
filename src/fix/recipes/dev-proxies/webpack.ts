import { singleQuoted } from '../literal.ts';
import { mark, markIf, snippet } from '../recipe.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const webpackProxy: ProxyRecipeMaker<'webpack'> = (plan) => ({
  id: 'webpack',
  name: 'webpack dev server',
  parts: [
    {
      where: 'in webpack.config.js, inside devServer: { }',
      language: 'javascript',
      lines: snippet(
        'proxy: [',
        '  {',
        mark(`    context: [${singleQuoted(plan.prefix)}],`),
        mark(`    target: ${singleQuoted(plan.target)},`),
        '    changeOrigin: true,',
        `    headers: { origin: ${singleQuoted(plan.target)} },`,
        "    cookieDomainRewrite: '',",
        markIf(plan.stripsPrefix, `    pathRewrite: { '^${plan.prefix}': '' },`),
        '  },',
        '],',
      ),
    },
  ],
  notes: [callThroughProxy(plan), whyAProxy],
  docs: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
  install: null,
});
