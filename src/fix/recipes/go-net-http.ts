import { doubleQuoted, headerValue } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const goNetHttp: RecipeMaker<'go-net-http'> = (policy) => ({
  id: 'go-net-http',
  name: 'Go net/http',
  parts: [
    {
      where: 'above func main',
      language: 'go',
      lines: snippet(
        lineIf(!policy.anyOrigin, 'var allowedOrigins = map[string]bool{'),
        ...policy.origins.map((origin) => mark(`\t${doubleQuoted(origin)}: true,`)),
        lineIf(!policy.anyOrigin, '}'),
        lineIf(!policy.anyOrigin, ''),
        '// withCORS answers preflights, and lets the allowed origins read every other answer.',
        'func withCORS(next http.Handler) http.Handler {',
        '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
        '\t\theader := w.Header()',
        lineIf(!policy.anyOrigin, '\t\torigin := r.Header.Get("Origin")'),
        lineIf(!policy.anyOrigin, '\t\theader.Add("Vary", "Origin")'),
        lineIf(!policy.anyOrigin, '\t\tif !allowedOrigins[origin] {'),
        lineIf(!policy.anyOrigin, '\t\t\tnext.ServeHTTP(w, r)'),
        lineIf(!policy.anyOrigin, '\t\t\treturn'),
        lineIf(!policy.anyOrigin, '\t\t}'),
        mark(`\t\theader.Set("Access-Control-Allow-Origin", ${policy.anyOrigin ? '"*"' : 'origin'})`),
        markIf(policy.credentials, '\t\theader.Set("Access-Control-Allow-Credentials", "true")'),
        markIf(
          policy.exposedHeaders.length > 0,
          `\t\theader.Set("Access-Control-Expose-Headers", ${doubleQuoted(headerValue(policy.exposedHeaders))})`,
        ),
        '\t\tif r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {',
        mark(`\t\t\theader.Set("Access-Control-Allow-Methods", ${doubleQuoted(headerValue(policy.methods))})`),
        markIf(
          policy.requestHeaders.length > 0,
          `\t\t\theader.Set("Access-Control-Allow-Headers", ${doubleQuoted(headerValue(policy.requestHeaders))})`,
        ),
        `\t\t\theader.Set("Access-Control-Max-Age", "${policy.maxAge}")`,
        '\t\t\tw.WriteHeader(http.StatusNoContent)',
        '\t\t\treturn',
        '\t\t}',
        '\t\tnext.ServeHTTP(w, r)',
        '\t})',
        '}',
      ),
    },
    {
      where: 'before http.ListenAndServe, around the handler (here: mux); then serve this handler',
      language: 'go',
      lines: snippet('handler := withCORS(mux)'),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://pkg.go.dev/net/http#Handler',
  install: null,
});
