import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { headerValue, regexEscaped } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { onePlaceOnly, policyNotes } from './recipe-notes.ts';

/** nginx leaves a header out whose value is empty, so one map per header does without any `if`. */
export const nginx: RecipeMaker<'nginx'> = (policy) => ({
  id: 'nginx',
  name: 'nginx',
  parts: [
    {
      where: 'inside http { }',
      language: 'nginx',
      lines: snippet(
        '# The origin that is allowed, or nothing.',
        'map $http_origin $cors_origin {',
        policy.anyOrigin ? mark('    default "*";') : '    default "";',
        ...policy.origins.map((origin) => mark(`    "~^${regexEscaped(origin)}$" $http_origin;`)),
        '}',
        ...(policy.credentials
          ? ['map $cors_origin $cors_credentials {', mark('    default "true";'), '    "" "";', '}']
          : []),
        ...(policy.exposedHeaders.length > 0
          ? [
              'map $cors_origin $cors_exposed {',
              mark(`    default "${headerValue(policy.exposedHeaders)}";`),
              '    "" "";',
              '}',
            ]
          : []),
        '',
        '# The same, for preflights only.',
        'map "$request_method $http_access_control_request_method" $cors_preflight {',
        '    default "";',
        '    "~^OPTIONS ." $cors_origin;',
        '}',
        'map $cors_preflight $cors_methods {',
        mark(`    default "${headerValue(policy.methods)}";`),
        '    "" "";',
        '}',
        ...(policy.requestHeaders.length > 0
          ? [
              'map $cors_preflight $cors_headers {',
              mark(`    default "${headerValue(policy.requestHeaders)}";`),
              '    "" "";',
              '}',
            ]
          : []),
        'map $cors_preflight $cors_max_age {',
        `    default "${policy.maxAge}";`,
        '    "" "";',
        '}',
      ),
    },
    {
      where: 'inside the location { } of the API',
      language: 'nginx',
      lines: snippet(
        '# "always" puts them on error answers too.',
        mark('add_header Access-Control-Allow-Origin $cors_origin always;'),
        markIf(policy.credentials, 'add_header Access-Control-Allow-Credentials $cors_credentials always;'),
        markIf(policy.exposedHeaders.length > 0, 'add_header Access-Control-Expose-Headers $cors_exposed always;'),
        mark('add_header Access-Control-Allow-Methods $cors_methods always;'),
        markIf(policy.requestHeaders.length > 0, 'add_header Access-Control-Allow-Headers $cors_headers always;'),
        'add_header Access-Control-Max-Age $cors_max_age always;',
        lineIf(!policy.anyOrigin, 'add_header Vary Origin always;'),
        '# What the application behind it says about CORS does not count any more.',
        'proxy_hide_header Access-Control-Allow-Origin;',
        'proxy_hide_header Access-Control-Allow-Credentials;',
        'if ($cors_preflight) {',
        '    return 204;',
        '}',
      ),
    },
  ],
  notes: [
    rich`A block with an ${code('add_header')} of its own takes none over from the block around it. Keep these together.`,
    rich`With FastCGI or uWSGI write ${code('fastcgi_hide_header')} or ${code('uwsgi_hide_header')} in place of ${code('proxy_hide_header')}.`,
    onePlaceOnly,
    ...policyNotes(policy),
  ],
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  install: null,
});
