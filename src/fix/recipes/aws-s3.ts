import { code, listed } from '../../explain/quote.ts';
import { rich } from '../../explain/rich-text.ts';
import { doubleQuoted, list } from './literal.ts';
import { mark, type RecipeMaker, snippet } from './recipe.ts';
import { policyNotes } from './recipe-notes.ts';

/** S3 takes these and no others; it handles `OPTIONS` itself. */
const s3Methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];

export const awsS3: RecipeMaker<'aws-s3'> = (policy) => {
  const methods = policy.methods.filter((method) => s3Methods.includes(method));
  const refused = policy.methods.filter((method) => !s3Methods.includes(method) && method !== 'OPTIONS');
  return {
    id: 'aws-s3',
    name: 'Amazon S3',
    parts: [
      {
        where: "in the bucket's permissions, under Cross-origin resource sharing (CORS)",
        language: 'json',
        lines: snippet(
          '[',
          '  {',
          mark(`    "AllowedOrigins": [${policy.anyOrigin ? '"*"' : list(policy.origins, doubleQuoted)}],`),
          mark(`    "AllowedMethods": [${list(methods, doubleQuoted)}],`),
          mark(`    "AllowedHeaders": [${list(policy.requestHeaders, doubleQuoted)}],`),
          mark(`    "ExposeHeaders": [${list(policy.exposedHeaders, doubleQuoted)}],`),
          `    "MaxAgeSeconds": ${policy.maxAge}`,
          '  }',
          ']',
        ),
      },
    ],
    notes: [
      rich`S3 adds ${code('Access-Control-Allow-Credentials')} by itself where origins are named, and answers without CORS headers where no rule fits.`,
      rich`In front of CloudFront: forward ${code('Origin')}, ${code('Access-Control-Request-Method')} and ${code('Access-Control-Request-Headers')} to the bucket, or use the managed policy ${code('CORS-S3Origin')}.`,
      ...(refused.length > 0 ? [rich`S3 does not know ${listed(refused)}.`] : []),
      ...policyNotes(policy),
    ],
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
    install: null,
  };
};
