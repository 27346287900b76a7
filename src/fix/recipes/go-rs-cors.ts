import { doubleQuoted, list } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

const strings = (values: readonly string[]) => `[]string{${list(values, doubleQuoted)}}`;

export const goRsCors: RecipeMaker<'go-rs-cors'> = (policy) => ({
  id: 'go-rs-cors',
  name: 'Go rs/cors',
  parts: [
    { where: 'among the imports', language: 'go', lines: snippet('import "github.com/rs/cors"') },
    {
      where: 'before http.ListenAndServe, around the handler (here: mux); then serve this handler',
      language: 'go',
      lines: snippet(
        'handler := cors.New(cors.Options{',
        mark(`\tAllowedOrigins: ${strings(policy.anyOrigin ? ['*'] : policy.origins)},`),
        mark(`\tAllowedMethods: ${strings(policy.methods)},`),
        mark(`\tAllowedHeaders: ${strings(policy.requestHeaders)},`),
        markIf(policy.exposedHeaders.length > 0, `\tExposedHeaders: ${strings(policy.exposedHeaders)},`),
        markIf(policy.credentials, '\tAllowCredentials: true,'),
        `\tMaxAge: ${policy.maxAge},`,
        '}).Handler(mux)',
      ),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://pkg.go.dev/github.com/rs/cors#Options',
  install: 'go get github.com/rs/cors',
});
