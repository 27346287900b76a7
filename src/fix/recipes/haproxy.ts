import { rich } from '../../explain/rich-text.ts';
import { headerValue } from './literal.ts';
import { lineIf, mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const haproxy: RecipeMaker<'haproxy'> = (policy) => ({
  id: 'haproxy',
  name: 'HAProxy',
  parts: [
    {
      where: 'in the frontend section',
      language: 'haproxy',
      lines: snippet(
        ...(policy.anyOrigin
          ? [mark('    http-request set-var(txn.cors_origin) str(*) if { req.hdr(Origin) -m found }')]
          : policy.origins.map((origin) =>
              mark(`    http-request set-var(txn.cors_origin) req.hdr(Origin) if { req.hdr(Origin) -m str ${origin} }`),
            )),
        '    http-request set-var(txn.cors_preflight) bool(true) if METH_OPTIONS { req.hdr(Access-Control-Request-Method) -m found } { var(txn.cors_origin) -m found }',
        '    http-request return status 204 if { var(txn.cors_preflight) -m bool }',
        '    # "after-response" puts them on the answers that HAProxy makes itself too.',
        mark(
          '    http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if { var(txn.cors_origin) -m found }',
        ),
        markIf(
          policy.credentials,
          '    http-after-response set-header Access-Control-Allow-Credentials true if { var(txn.cors_origin) -m found }',
        ),
        markIf(
          policy.exposedHeaders.length > 0,
          `    http-after-response set-header Access-Control-Expose-Headers "${headerValue(policy.exposedHeaders)}" if { var(txn.cors_origin) -m found }`,
        ),
        mark(
          `    http-after-response set-header Access-Control-Allow-Methods "${headerValue(policy.methods)}" if { var(txn.cors_preflight) -m bool }`,
        ),
        markIf(
          policy.requestHeaders.length > 0,
          `    http-after-response set-header Access-Control-Allow-Headers "${headerValue(policy.requestHeaders)}" if { var(txn.cors_preflight) -m bool }`,
        ),
        `    http-after-response set-header Access-Control-Max-Age ${policy.maxAge} if { var(txn.cors_preflight) -m bool }`,
        lineIf(!policy.anyOrigin, '    http-after-response add-header Vary Origin'),
      ),
    },
  ],
  notes: [rich`Needs HAProxy 2.2 or later.`, ...policyNotes(policy)],
  docs: 'https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response',
  install: null,
});
