import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { pathPrefix } from '../path-prefix.ts';
import { allowedOriginsSet, corsHeadersOnResponse } from './fetch-response.ts';
import { singleQuoted } from './literal.ts';
import { lineIf, mark, type RecipeMaker, snippet } from './recipe.ts';
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
        ...allowedOriginsSet(policy),
        'export function proxy(request: NextRequest) {',
        lineIf(!policy.anyOrigin, "  const origin = request.headers.get('Origin') ?? '';"),
        "  const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
        '  const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();',
        ...corsHeadersOnResponse(policy, '  '),
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
