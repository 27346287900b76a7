import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { pathPrefix } from '../path-prefix.ts';
import { headerValue, list, singleQuoted } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const nextjs: RecipeMaker<'nextjs'> = (policy) => ({
  id: 'nextjs',
  name: 'Next.js',
  parts: [
    {
      where: 'in proxy.ts, beside the app folder',
      language: 'typescript',
      lines: snippet(
        "import { type NextRequest, NextResponse } from 'next/server';",
        '',
        markIf(!policy.anyOrigin, `const allowedOrigins = new Set([${list(policy.origins, singleQuoted)}]);`),
        lineIf(!policy.anyOrigin, ''),
        'export function proxy(request: NextRequest) {',
        lineIf(!policy.anyOrigin, "  const origin = request.headers.get('Origin') ?? '';"),
        "  const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
        '  const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();',
        lineIf(!policy.anyOrigin, "  response.headers.append('Vary', 'Origin');"),
        lineIf(!policy.anyOrigin, '  if (!allowedOrigins.has(origin)) return response;'),
        mark(`  response.headers.set('Access-Control-Allow-Origin', ${policy.anyOrigin ? "'*'" : 'origin'});`),
        markIf(policy.credentials, "  response.headers.set('Access-Control-Allow-Credentials', 'true');"),
        markIf(
          policy.exposedHeaders.length > 0,
          `  response.headers.set('Access-Control-Expose-Headers', ${singleQuoted(headerValue(policy.exposedHeaders))});`,
        ),
        '  if (isPreflight) {',
        mark(`    response.headers.set('Access-Control-Allow-Methods', ${singleQuoted(headerValue(policy.methods))});`),
        markIf(
          policy.requestHeaders.length > 0,
          `    response.headers.set('Access-Control-Allow-Headers', ${singleQuoted(headerValue(policy.requestHeaders))});`,
        ),
        `    response.headers.set('Access-Control-Max-Age', '${policy.maxAge}');`,
        '  }',
        '  return response;',
        '}',
        '',
        mark(`export const config = { matcher: ${singleQuoted(`${pathPrefix(policy.paths) ?? ''}/:path*`)} };`),
      ),
    },
  ],
  notes: [
    rich`Before Next.js 16 the file is ${code('middleware.ts')} and the function ${code('middleware')}.`,
    ...policyNotes(policy),
  ],
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors',
  install: null,
});
