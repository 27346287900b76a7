import { corsPackageOptions } from './cors-package-options.ts';
import { type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const nestjs: RecipeMaker<'nestjs'> = (policy) => ({
  id: 'nestjs',
  name: 'NestJS',
  parts: [
    {
      where: 'in main.ts, right after NestFactory.create()',
      language: 'typescript',
      lines: snippet('app.enableCors({', ...corsPackageOptions(policy, '  '), '});'),
    },
  ],
  notes: policyNotes(policy),
  docs: 'https://docs.nestjs.com/security/cors',
  install: null,
});
