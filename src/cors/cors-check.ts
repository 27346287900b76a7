import { bytesAsUtf8 } from './bytes-as-utf8.ts';
import type { CheckName } from './check.ts';
import { combinedValue } from './combined-value.ts';
import type { Engine } from './engine.ts';
import { type Finding, fail, pass } from './finding.ts';
import type { HeaderList } from './header-list.ts';
import { parseUrl } from './origin.ts';
import type { Reason } from './reason.ts';

/** What a CORS check reports, in a response and in the answer to a preflight. */
interface Vocabulary {
  readonly origin: CheckName;
  readonly credentials: CheckName;
  readonly wildcard: Reason;
  readonly missing: Reason;
  readonly multiple: Reason;
  readonly invalid: Reason;
  readonly mismatch: Reason;
  readonly invalidCredentials: Reason;
}

const responseVocabulary: Vocabulary = {
  origin: 'allow-origin',
  credentials: 'allow-credentials',
  wildcard: 'WildcardOriginNotAllowed',
  missing: 'MissingAllowOriginHeader',
  multiple: 'MultipleAllowOriginValues',
  invalid: 'InvalidAllowOriginValue',
  mismatch: 'AllowOriginMismatch',
  invalidCredentials: 'InvalidAllowCredentials',
};

const preflightVocabulary: Vocabulary = {
  origin: 'preflight-allow-origin',
  credentials: 'preflight-allow-credentials',
  wildcard: 'PreflightWildcardOriginNotAllowed',
  missing: 'PreflightMissingAllowOriginHeader',
  multiple: 'PreflightMultipleAllowOriginValues',
  invalid: 'PreflightInvalidAllowOriginValue',
  mismatch: 'PreflightAllowOriginMismatch',
  invalidCredentials: 'PreflightInvalidAllowCredentials',
};

/**
 * The CORS check: may the response be shared with this origin? Both headers are looked at even when the first is wrong,
 * so that one look shows everything there is to fix.
 *
 * @param origin the serialised origin that asks; `"null"` for an opaque or tainted one
 * @param credentialed whether the request's credentials mode is `include`
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(
  origin: string,
  credentialed: boolean,
  response: HeaderList,
  stage: 'response' | 'preflight',
  engine: Engine,
): Finding[] {
  const vocabulary = stage === 'preflight' ? preflightVocabulary : responseVocabulary;
  const findings = [checkAllowOrigin(origin, credentialed, response, vocabulary, engine)];
  if (credentialed) findings.push(checkAllowCredentials(response, vocabulary, engine));
  return findings;
}

function checkAllowOrigin(
  origin: string,
  credentialed: boolean,
  response: HeaderList,
  vocabulary: Vocabulary,
  engine: Engine,
): Finding {
  const value = combinedValue(response, 'access-control-allow-origin', engine);
  const evidence = {
    name: vocabulary.origin,
    header: 'access-control-allow-origin',
    value,
    expected: origin,
    anchor: 'concept-cors-check',
  };
  if (engine.refusesSeveralAllowOriginLines && allowOriginLines(response) > 1) {
    return fail(evidence, vocabulary.multiple, value ?? '');
  }
  if (value === '*') return credentialed ? fail(evidence, vocabulary.wildcard) : pass(evidence);
  if (value === null) return fail(evidence, vocabulary.missing);
  // Byte-exact in every engine: no case folding, no default port, no trailing slash.
  if (value === origin) return pass(evidence);
  return fail(evidence, kindOfMismatch(value, vocabulary), value);
}

/** How many lines one engine counts, which looks for the name as the standards write it: over HTTP/2 there are none. */
export function allowOriginLines({ lines }: HeaderList): number {
  return lines.filter(([name]) => name === 'Access-Control-Allow-Origin').length;
}

/** How Chromium tells the kinds of a wrong value apart; the others have fewer words for them. */
function kindOfMismatch(value: string, vocabulary: Vocabulary): Reason {
  if (/[ ,]/.test(value)) return vocabulary.multiple;
  if (value === 'null') return vocabulary.mismatch;
  // The bytes of a URL are read as UTF-8, and a host with bytes that are none is invalid.
  return parseUrl(bytesAsUtf8(value)) === null ? vocabulary.invalid : vocabulary.mismatch;
}

function checkAllowCredentials(response: HeaderList, vocabulary: Vocabulary, engine: Engine): Finding {
  const value = combinedValue(response, 'access-control-allow-credentials', engine);
  const evidence = {
    name: vocabulary.credentials,
    header: 'access-control-allow-credentials',
    value,
    expected: 'true',
    anchor: 'concept-cors-check',
  };
  // Byte-exact in every engine: `True` and `true, true` fail.
  return value === 'true' ? pass(evidence) : fail(evidence, vocabulary.invalidCredentials, value ?? '');
}
