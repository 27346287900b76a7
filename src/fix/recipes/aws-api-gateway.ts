import { code } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { singleQuoted } from './literal.ts';
import { type Draft, mark, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

function yamlList(key: string, values: readonly string[]): Draft[] {
  if (values.length === 0) return [];
  return [`        ${key}:`, ...values.map((value) => mark(`          - ${singleQuoted(value)}`))];
}

export const awsApiGateway: RecipeMaker<'aws-api-gateway'> = (policy) => ({
  id: 'aws-api-gateway',
  name: 'AWS API Gateway',
  parts: [
    {
      where: 'in template.yaml (AWS SAM), for the HTTP API (here: HttpApi)',
      language: 'yaml',
      lines: snippet(
        'Resources:',
        '  HttpApi:',
        '    Type: AWS::Serverless::HttpApi',
        '    Properties:',
        '      CorsConfiguration:',
        ...yamlList('AllowOrigins', policy.anyOrigin ? ['*'] : policy.origins),
        ...yamlList('AllowMethods', policy.methods),
        ...yamlList('AllowHeaders', policy.requestHeaders),
        ...yamlList('ExposeHeaders', policy.exposedHeaders),
        ...(policy.credentials ? [mark('        AllowCredentials: true')] : []),
        `        MaxAge: ${policy.maxAge}`,
      ),
    },
  ],
  notes: [
    rich`The gateway then answers preflights by itself, and takes no notice of CORS headers of the integration.`,
    rich`A REST API has no such setting: there an ${code('OPTIONS')} method, the integration's own answers, and the gateway responses ${code('DEFAULT_4XX')} and ${code('DEFAULT_5XX')} need the headers. With a default authorizer, leave ${code('OPTIONS')} out of it.`,
    ...policyNotes(policy),
  ],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  install: null,
});
