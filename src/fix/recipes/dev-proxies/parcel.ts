import { doubleQuoted } from '../literal.ts';
import { mark, markIf, snippet } from '../recipe.ts';
import { callThroughProxy, whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const parcelProxy: ProxyRecipeMaker<'parcel'> = (plan) => ({
  id: 'parcel',
  name: 'Parcel',
  parts: [
    {
      where: 'as .proxyrc.json, beside package.json',
      language: 'json',
      lines: snippet(
        '{',
        mark(`  ${doubleQuoted(plan.prefix)}: {`),
        mark(`    "target": ${doubleQuoted(plan.target)},`),
        `    "headers": { "origin": ${doubleQuoted(plan.target)} },`,
        '    "cookieDomainRewrite": "",',
        markIf(plan.stripsPrefix, `    "pathRewrite": { "^${plan.prefix}": "" },`),
        '    "changeOrigin": true',
        '  }',
        '}',
      ),
    },
  ],
  notes: [callThroughProxy(plan), whyAProxy],
  docs: 'https://parceljs.org/features/development/#api-proxy',
  install: null,
});
