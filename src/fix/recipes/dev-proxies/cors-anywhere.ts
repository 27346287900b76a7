import { code } from '../../../explain/quote.ts';
import { rich } from '../../../explain/rich-text.ts';
import { singleQuoted } from '../literal.ts';
import { mark, snippet } from '../recipe.ts';
import { whyAProxy } from './proxy-plan.ts';
import type { ProxyRecipeMaker } from './proxy-recipe.ts';

export const corsAnywhere: ProxyRecipeMaker<'cors-anywhere'> = (plan) => ({
  id: 'cors-anywhere',
  name: 'cors-anywhere, on your own machine',
  parts: [
    {
      where: 'as cors-proxy.mjs; start it with node cors-proxy.mjs',
      language: 'javascript',
      lines: snippet(
        "import corsAnywhere from 'cors-anywhere';",
        '',
        'corsAnywhere',
        '  .createServer({',
        '    // For this page alone.',
        mark(`    originWhitelist: [${singleQuoted(plan.page)}],`),
        "    requireHeader: ['origin'],",
        "    removeHeaders: ['cookie', 'cookie2'],",
        '  })',
        mark(`  .listen(${plan.port}, 'localhost');`),
      ),
    },
  ],
  notes: [
    rich`In the page's code call ${code(`http://localhost:${plan.port}/${plan.target}/…`)} in place of ${code(`${plan.target}/…`)}.`,
    rich`It answers with ${code('Access-Control-Allow-Origin: *')}, so a request with credentials is still refused: use another proxy for those.`,
    whyAProxy,
  ],
  docs: 'https://github.com/Rob--W/cors-anywhere#documentation',
  install: 'npm install cors-anywhere',
});
