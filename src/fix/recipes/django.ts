import { rich } from '../../explain/rich-text.ts';
import { list, pythonString } from './literal.ts';
import { mark, markIf, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

export const django: RecipeMaker<'django'> = (policy) => ({
  id: 'django',
  name: 'Django',
  parts: [
    {
      where: 'at the end of settings.py',
      language: 'python',
      lines: snippet(
        'INSTALLED_APPS = [*INSTALLED_APPS, "corsheaders"]',
        '# First of all, so that it also sees the answers of the others.',
        'MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]',
        '',
        policy.anyOrigin
          ? mark('CORS_ALLOW_ALL_ORIGINS = True')
          : mark(`CORS_ALLOWED_ORIGINS = [${list(policy.origins, pythonString)}]`),
        mark(`CORS_ALLOW_METHODS = [${list(policy.methods, pythonString)}]`),
        mark(`CORS_ALLOW_HEADERS = [${list(policy.requestHeaders, pythonString)}]`),
        markIf(
          policy.exposedHeaders.length > 0,
          `CORS_EXPOSE_HEADERS = [${list(policy.exposedHeaders, pythonString)}]`,
        ),
        markIf(policy.credentials, 'CORS_ALLOW_CREDENTIALS = True'),
        `CORS_PREFLIGHT_MAX_AGE = ${policy.maxAge}`,
      ),
    },
  ],
  notes: [
    ...(policy.credentials
      ? [
          rich`CORS does not replace CSRF protection: unsafe requests with Django's session also need CSRF_TRUSTED_ORIGINS.`,
        ]
      : []),
    ...policyNotes(policy),
  ],
  docs: 'https://github.com/adamchainz/django-cors-headers#setup',
  install: 'pip install django-cors-headers',
});
