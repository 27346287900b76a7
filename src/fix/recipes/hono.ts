import { list, singleQuoted } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const hono: RecipeMaker<'hono'> = (policy) => ({
  id: 'hono',
  name: 'Hono',
  parts: [
    {
      where: 'right after const app = new Hono(), before every other middleware and route',
      language: 'javascript',
      lines: snippet(
        "import { cors } from 'hono/cors';",
        '',
        'app.use(',
        "  '*',",
        '  cors({',
        mark(`    origin: ${policy.anyOrigin ? "'*'" : `[${list(policy.origins, singleQuoted)}]`},`),
        mark(`    allowMethods: [${list(policy.methods, singleQuoted)}],`),
        mark(`    allowHeaders: [${list(policy.requestHeaders, singleQuoted)}],`),
        markIf(policy.exposedHeaders.length > 0, `    exposeHeaders: [${list(policy.exposedHeaders, singleQuoted)}],`),
        markIf(policy.credentials, '    credentials: true,'),
        `    maxAge: ${policy.maxAge},`,
        '  }),',
        ');',
      ),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://hono.dev/docs/middleware/builtin/cors',
  install: null,
});
