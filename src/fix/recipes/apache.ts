import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { headerValue, list, singleQuoted } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const apache: RecipeMaker<'apache'> = (policy) => {
  const allowed = policy.anyOrigin
    ? "%{HTTP:Origin} != ''"
    : `%{HTTP:Origin} in { ${list(policy.origins, singleQuoted)} }`;
  const origin = policy.anyOrigin ? '"*"' : '"expr=%{HTTP:Origin}"';
  return {
    id: 'apache',
    name: 'Apache httpd',
    parts: [
      {
        where: 'inside the <VirtualHost>',
        language: 'apache',
        lines: snippet(
          mark(`Define CORS_ORIGIN "${allowed}"`),
          `Define CORS_PREFLIGHT "\${CORS_ORIGIN} && %{REQUEST_METHOD} == 'OPTIONS' && %{HTTP:Access-Control-Request-Method} != ''"`,
          '',
          '# "always" puts them on error answers too; what the application says about CORS does not count any more.',
          'Header onsuccess unset Access-Control-Allow-Origin',
          'Header onsuccess unset Access-Control-Allow-Credentials',
          mark(`Header always set Access-Control-Allow-Origin ${origin} "expr=\${CORS_ORIGIN}"`),
          markIf(
            policy.credentials,
            `Header always set Access-Control-Allow-Credentials "true" "expr=\${CORS_ORIGIN}"`,
          ),
          markIf(
            policy.exposedHeaders.length > 0,
            `Header always set Access-Control-Expose-Headers "${headerValue(policy.exposedHeaders)}" "expr=\${CORS_ORIGIN}"`,
          ),
          mark(
            `Header always set Access-Control-Allow-Methods "${headerValue(policy.methods)}" "expr=\${CORS_PREFLIGHT}"`,
          ),
          markIf(
            policy.requestHeaders.length > 0,
            `Header always set Access-Control-Allow-Headers "${headerValue(policy.requestHeaders)}" "expr=\${CORS_PREFLIGHT}"`,
          ),
          `Header always set Access-Control-Max-Age "${policy.maxAge}" "expr=\${CORS_PREFLIGHT}"`,
          lineIf(!policy.anyOrigin, 'Header always merge Vary "Origin"'),
          '',
          'RewriteEngine On',
          `RewriteCond expr "\${CORS_PREFLIGHT}"`,
          'RewriteRule ^ - [R=204,L]',
        ),
      },
    ],
    notes: [
      rich`Needs the modules ${code('headers')} and ${code('rewrite')}. In ${code('.htaccess')} the preflight would be answered after authentication: too late.`,
      ...policyNotes(policy),
    ],
    docs: 'https://httpd.apache.org/docs/current/mod/mod_headers.html#header',
    install: 'a2enmod headers rewrite',
  };
};
