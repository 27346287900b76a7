import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { list, singleQuoted } from './literal.ts';
import { mark, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const laravel: RecipeMaker<'laravel'> = (policy) => ({
  id: 'laravel',
  name: 'Laravel',
  parts: [
    {
      where: 'as config/cors.php',
      language: 'php',
      lines: snippet(
        '<?php',
        '',
        'return [',
        "    'paths' => ['*'],",
        mark(`    'allowed_origins' => [${policy.anyOrigin ? "'*'" : list(policy.origins, singleQuoted)}],`),
        "    'allowed_origins_patterns' => [],",
        mark(`    'allowed_methods' => [${list(policy.methods, singleQuoted)}],`),
        mark(`    'allowed_headers' => [${list(policy.requestHeaders, singleQuoted)}],`),
        mark(`    'exposed_headers' => [${list(policy.exposedHeaders, singleQuoted)}],`),
        `    'max_age' => ${policy.maxAge},`,
        mark(`    'supports_credentials' => ${policy.credentials},`),
        '];',
      ),
    },
  ],
  notes: [
    rich`Laravel 9.2 and later brings the middleware (${code('HandleCors')}) along, switched on. After the change run ${code('php artisan config:clear')}.`,
    ...policyNotes(policy),
  ],
  docs: 'https://laravel.com/docs/routing#cors',
  install: null,
});
