import { corsPackageOptions } from './cors-package-options.ts';
import { type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const fastify: RecipeMaker<'fastify'> = (policy) => ({
  id: 'fastify',
  name: 'Fastify',
  parts: [
    {
      where: 'right after the instance (here: app) is made, before every other plugin and route',
      language: 'javascript',
      lines: snippet(
        "import cors from '@fastify/cors';",
        '',
        'await app.register(cors, {',
        ...corsPackageOptions(policy, '  '),
        '});',
      ),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://github.com/fastify/fastify-cors#options',
  install: 'npm install @fastify/cors',
});
