import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { allowedOriginsSet, corsHeadersOnResponse } from './fetch-response.ts';
import { lineIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const cloudflareWorkers: RecipeMaker<'cloudflare-workers'> = (policy) => ({
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  parts: [
    {
      where: 'above the default export of the Worker',
      language: 'javascript',
      lines: snippet(
        ...allowedOriginsSet(policy),
        'function withCors(worker) {',
        '  return {',
        '    ...worker,',
        '    async fetch(request, env, context) {',
        lineIf(!policy.anyOrigin, "      const origin = request.headers.get('Origin') ?? '';"),
        "      const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');",
        '      let answer;',
        '      try {',
        '        answer = isPreflight ? new Response(null, { status: 204 }) : await worker.fetch(request, env, context);',
        '      } catch (error) {',
        '        console.error(error);',
        "        answer = new Response('Internal error', { status: 500 });",
        '      }',
        '      const response = new Response(answer.body, answer);',
        ...corsHeadersOnResponse(policy, '      '),
        '    },',
        '  };',
        '}',
      ),
    },
    {
      where: 'in place of the default export (here the Worker was named worker)',
      language: 'javascript',
      lines: snippet('export default withCors(worker);'),
    },
  ],
  notes: [
    rich`An answer to a WebSocket upgrade must not be copied: return the result of ${code('worker.fetch')} as it is for those.`,
    ...policyNotes(policy),
  ],
  docs: 'https://developers.cloudflare.com/workers/examples/cors-header-proxy/',
  install: null,
});
