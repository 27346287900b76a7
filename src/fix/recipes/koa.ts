import { list, singleQuoted } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const koa: RecipeMaker<'koa'> = (policy) => ({
  id: 'koa',
  name: 'Koa',
  parts: [
    {
      where: 'right after const app = new Koa(), before every other middleware',
      language: 'javascript',
      lines: snippet(
        "import cors from '@koa/cors';",
        '',
        markIf(!policy.anyOrigin, `const allowedOrigins = new Set([${list(policy.origins, singleQuoted)}]);`),
        lineIf(!policy.anyOrigin, ''),
        'app.use(',
        '  cors({',
        policy.anyOrigin
          ? mark("    origin: '*',")
          : mark("    origin: (context) => (allowedOrigins.has(context.get('Origin')) ? context.get('Origin') : ''),"),
        mark(`    allowMethods: [${list(policy.methods, singleQuoted)}],`),
        mark(`    allowHeaders: [${list(policy.requestHeaders, singleQuoted)}],`),
        markIf(policy.exposedHeaders.length > 0, `    exposeHeaders: [${list(policy.exposedHeaders, singleQuoted)}],`),
        markIf(policy.credentials, '    credentials: true,'),
        `    maxAge: ${policy.maxAge},`,
        '    keepHeadersOnError: true,',
        '  }),',
        ');',
      ),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://github.com/koajs/cors#corsoptions',
  install: 'npm install @koa/cors',
});
