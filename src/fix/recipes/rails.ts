import { list, singleQuoted } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

/** `:get`; quoted where it would not be a symbol otherwise. */
function rubySymbol(method: string): string {
  const name = method.toLowerCase();
  return /^[a-z]\w*$/.test(name) ? `:${name}` : `:${singleQuoted(name)}`;
}

export const rails: RecipeMaker<'rails'> = (policy) => ({
  id: 'rails',
  name: 'Ruby on Rails',
  parts: [
    {
      where: 'in config/initializers/cors.rb',
      language: 'ruby',
      lines: snippet(
        "require 'rack/cors'",
        '',
        'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
        '  allow do',
        mark(`    origins ${policy.anyOrigin ? "'*'" : list(policy.origins, singleQuoted)}`),
        "    resource '*',",
        mark(`             methods: [${list(policy.methods, rubySymbol)}],`),
        mark(`             headers: [${list(policy.requestHeaders, singleQuoted)}],`),
        markIf(
          policy.exposedHeaders.length > 0,
          `             expose: [${list(policy.exposedHeaders, singleQuoted)}],`,
        ),
        markIf(policy.credentials, '             credentials: true,'),
        `             max_age: ${policy.maxAge}`,
        '  end',
        'end',
      ),
    },
  ],
  notes: policyNotes(policy),
  docs: 'https://github.com/cyu/rack-cors#rails-configuration',
  install: 'bundle add rack-cors',
});
