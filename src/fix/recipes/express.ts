import { corsPackageOptions } from './cors-package-options.ts';
import { type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const express: RecipeMaker<'express'> = (policy) => ({
  id: 'express',
  name: 'Express',
  parts: [
    {
      where: 'right after const app = express(), before every other middleware and route',
      language: 'javascript',
      lines: snippet(
        "import cors from 'cors';",
        '',
        'app.use(',
        '  cors({',
        ...corsPackageOptions(policy, '    '),
        '  }),',
        ');',
      ),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://expressjs.com/en/resources/middleware/cors.html',
  install: 'npm install cors',
});
