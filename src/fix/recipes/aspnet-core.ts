import { doubleQuoted, list } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { beforeAuthentication, policyNotes } from './recipe-notes.ts';

export const aspnetCore: RecipeMaker<'aspnet-core'> = (policy) => ({
  id: 'aspnet-core',
  name: 'ASP.NET Core',
  parts: [
    {
      where: 'in Program.cs, before builder.Build()',
      language: 'csharp',
      lines: snippet(
        'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
        policy.anyOrigin
          ? mark('    .AllowAnyOrigin()')
          : mark(`    .WithOrigins(${list(policy.origins, doubleQuoted)})`),
        mark(`    .WithMethods(${list(policy.methods, doubleQuoted)})`),
        markIf(policy.requestHeaders.length > 0, `    .WithHeaders(${list(policy.requestHeaders, doubleQuoted)})`),
        markIf(
          policy.exposedHeaders.length > 0,
          `    .WithExposedHeaders(${list(policy.exposedHeaders, doubleQuoted)})`,
        ),
        markIf(policy.credentials, '    .AllowCredentials()'),
        `    .SetPreflightMaxAge(TimeSpan.FromSeconds(${policy.maxAge}))));`,
      ),
    },
    {
      where: 'in Program.cs, as the first middleware after builder.Build()',
      language: 'csharp',
      lines: snippet('app.UseCors();'),
    },
  ],
  notes: [beforeAuthentication, ...policyNotes(policy)],
  docs: 'https://learn.microsoft.com/aspnet/core/security/cors',
  install: null,
});
