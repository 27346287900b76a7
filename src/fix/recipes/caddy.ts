import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { headerValue } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { onePlaceOnly, policyNotes } from './recipe-notes.ts';

export const caddy: RecipeMaker<'caddy'> = (policy) => {
  const origins = policy.anyOrigin
    ? [mark('    header Origin *')]
    : policy.origins.map((origin) => mark(`    header Origin ${origin}`));
  return {
    id: 'caddy',
    name: 'Caddy',
    parts: [
      {
        where: 'in the Caddyfile, inside the site block',
        language: 'caddyfile',
        lines: snippet(
          '@cors {',
          ...origins,
          '}',
          '@cors_preflight {',
          '    method OPTIONS',
          ...origins,
          '    header Access-Control-Request-Method *',
          '}',
          lineIf(!policy.anyOrigin, 'header +Vary Origin'),
          'header @cors {',
          mark(`    Access-Control-Allow-Origin ${policy.anyOrigin ? '*' : '{http.request.header.Origin}'}`),
          markIf(policy.credentials, '    Access-Control-Allow-Credentials true'),
          markIf(
            policy.exposedHeaders.length > 0,
            `    Access-Control-Expose-Headers "${headerValue(policy.exposedHeaders)}"`,
          ),
          '}',
          'header @cors_preflight {',
          mark(`    Access-Control-Allow-Methods "${headerValue(policy.methods)}"`),
          markIf(
            policy.requestHeaders.length > 0,
            `    Access-Control-Allow-Headers "${headerValue(policy.requestHeaders)}"`,
          ),
          `    Access-Control-Max-Age ${policy.maxAge}`,
          '}',
          'handle @cors_preflight {',
          '    respond 204',
          '}',
        ),
      },
    ],
    notes: [
      rich`Where the site has ${code('handle')} blocks with paths, put the last three lines into each of them: Caddy tries those first.`,
      onePlaceOnly,
      ...policyNotes(policy),
    ],
    docs: 'https://caddyserver.com/docs/caddyfile/directives/header',
    install: null,
  };
};
