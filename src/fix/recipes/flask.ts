import { list, pythonString, regexEscaped } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

/** Flask-CORS takes a string with brackets for a regular expression: an IPv6 origin has to be escaped to mean itself. */
function flaskOrigin(origin: string): string {
  return origin.includes('[') ? `r"^${regexEscaped(origin)}$"` : pythonString(origin);
}

/** Flask-CORS says so only to origins that it allows, and only where there are several. */
const varyByOrigin = [
  '',
  '@app.after_request',
  'def vary_by_origin(response):',
  '    response.vary.add("Origin")',
  '    return response',
];

export const flask: RecipeMaker<'flask'> = (policy) => ({
  id: 'flask',
  name: 'Flask',
  parts: [
    {
      where: 'right after app = Flask(__name__)',
      language: 'python',
      lines: snippet(
        'from flask_cors import CORS',
        '',
        'CORS(',
        '    app,',
        mark(`    origins=${policy.anyOrigin ? '"*"' : `[${policy.origins.map(flaskOrigin).join(', ')}]`},`),
        mark(`    methods=[${list(policy.methods, pythonString)}],`),
        mark(`    allow_headers=[${list(policy.requestHeaders, pythonString)}],`),
        markIf(policy.exposedHeaders.length > 0, `    expose_headers=[${list(policy.exposedHeaders, pythonString)}],`),
        markIf(policy.credentials, '    supports_credentials=True,'),
        `    max_age=${policy.maxAge},`,
        '    always_send=False,',
        ')',
        ...(policy.anyOrigin ? [] : varyByOrigin),
      ),
    },
  ],
  notes: policyNotes(policy),
  docs: 'https://flask-cors.readthedocs.io/en/latest/configuration.html',
  install: 'pip install flask-cors',
});
