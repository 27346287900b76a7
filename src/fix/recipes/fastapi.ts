import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { list, pythonString } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

/** The middleware says so only to origins that it allows. */
const varyByOrigin = [
  '@app.middleware("http")',
  'async def vary_by_origin(request, call_next):',
  '    response = await call_next(request)',
  '    response.headers.add_vary_header("Origin")',
  '    return response',
  '',
];

/** Wrapped around the application, not added to it: what is added stands inside the handler of unexpected errors. */
export const fastapi: RecipeMaker<'fastapi'> = (policy) => ({
  id: 'fastapi',
  name: 'FastAPI',
  parts: [
    {
      where: 'at the end of the file that makes the application (here: app)',
      language: 'python',
      lines: snippet(
        'from starlette.middleware.cors import CORSMiddleware',
        '',
        ...(policy.anyOrigin ? [] : varyByOrigin),
        'app = CORSMiddleware(',
        '    app,',
        mark(`    allow_origins=[${policy.anyOrigin ? '"*"' : list(policy.origins, pythonString)}],`),
        mark(`    allow_methods=[${list(policy.methods, pythonString)}],`),
        mark(`    allow_headers=[${list(policy.requestHeaders, pythonString)}],`),
        markIf(policy.exposedHeaders.length > 0, `    expose_headers=[${list(policy.exposedHeaders, pythonString)}],`),
        markIf(policy.credentials, '    allow_credentials=True,'),
        `    max_age=${policy.maxAge},`,
        ')',
      ),
    },
  ],
  notes: [
    rich`With ${code('app.add_middleware')} the answer to an unexpected error (500) would lack the headers. Wrapped around everything, this covers it.`,
    ...policyNotes(policy),
  ],
  docs: 'https://www.starlette.io/middleware/#corsmiddleware',
  install: null,
});
