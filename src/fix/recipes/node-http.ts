import { headerValue, list, singleQuoted } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const nodeHttp: RecipeMaker<'node-http'> = (policy) => ({
  id: 'node-http',
  name: 'Node.js http',
  parts: [
    {
      where: 'above the server',
      language: 'javascript',
      lines: snippet(
        markIf(!policy.anyOrigin, `const allowedOrigins = new Set([${list(policy.origins, singleQuoted)}]);`),
        lineIf(!policy.anyOrigin, ''),
        '/** Call it first. True: the request was a preflight, and is answered. */',
        'function cors(request, response) {',
        lineIf(!policy.anyOrigin, "  const origin = request.headers.origin ?? '';"),
        lineIf(!policy.anyOrigin, "  response.appendHeader('Vary', 'Origin');"),
        lineIf(!policy.anyOrigin, '  if (!allowedOrigins.has(origin)) return false;'),
        mark(`  response.setHeader('Access-Control-Allow-Origin', ${policy.anyOrigin ? "'*'" : 'origin'});`),
        markIf(policy.credentials, "  response.setHeader('Access-Control-Allow-Credentials', 'true');"),
        markIf(
          policy.exposedHeaders.length > 0,
          `  response.setHeader('Access-Control-Expose-Headers', ${singleQuoted(headerValue(policy.exposedHeaders))});`,
        ),
        "  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;",
        '  response.writeHead(204, {',
        mark(`    'Access-Control-Allow-Methods': ${singleQuoted(headerValue(policy.methods))},`),
        markIf(
          policy.requestHeaders.length > 0,
          `    'Access-Control-Allow-Headers': ${singleQuoted(headerValue(policy.requestHeaders))},`,
        ),
        `    'Access-Control-Max-Age': '${policy.maxAge}',`,
        '  });',
        '  response.end();',
        '  return true;',
        '}',
      ),
    },
    {
      where: 'as the first line of the request listener',
      language: 'javascript',
      lines: snippet('if (cors(request, response)) return;'),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://nodejs.org/api/http.html#responsesetheadername-value',
  install: null,
});
