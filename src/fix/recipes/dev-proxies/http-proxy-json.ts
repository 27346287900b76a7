import { doubleQuoted } from '../literal.ts';
import { mark, markIf, type RecipeLine, snippet } from '../recipe.ts';
import type { ProxyPlan } from './proxy-plan.ts';

/**
 * The configuration of http-proxy-middleware as a JSON file, for the tools that take one.
 *
 * @see https://github.com/chimurai/http-proxy-middleware#options
 */
export function httpProxyJson(plan: ProxyPlan): RecipeLine[] {
  return snippet(
    '{',
    mark(`  ${doubleQuoted(plan.prefix)}: {`),
    mark(`    "target": ${doubleQuoted(plan.target)},`),
    `    "headers": { "origin": ${doubleQuoted(plan.target)} },`,
    '    "cookieDomainRewrite": "",',
    markIf(plan.stripsPrefix, `    "pathRewrite": { "^${plan.prefix}": "" },`),
    '    "changeOrigin": true',
    '  }',
    '}',
  );
}
