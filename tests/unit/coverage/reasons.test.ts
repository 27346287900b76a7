import { expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { engines } from '../../../src/cors/engines.ts';
import { predict } from '../../../src/cors/predict.ts';
import { type Reason, reasons } from '../../../src/cors/reason.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import type { NotCorsCause } from '../../../src/judge/not-cors-cause.ts';
import { caseToRequest } from '../../truth/case-to-request.ts';
import { caseToServer } from '../../truth/case-to-server.ts';
import { reasonCases } from '../explain/reason-cases.ts';
import { judgedScenario, recording, truthCase, truthOrigins } from './recordings.ts';

/**
 * Where each reason comes from.
 * - `scenario` alone: real Chromium gives the reason there, and the judge finds it in what the extension saw
 * - `notCors`: the panel calls it that, because no header has to do with it
 * - `unseen`: Chromium gives the reason there, and tells no extension; a truth case shows that it is predicted
 */
type Row =
  | { readonly scenario: string; readonly notCors?: NotCorsCause }
  | { readonly scenario: string; readonly unseen: string; readonly truth: string }
  | { readonly noScenario: string };

const neverLeaves = 'refused inside the page: nothing goes to the network, so no browser tells an extension';

const rows: Readonly<Record<Reason, Row>> = {
  DisallowedByMode: { scenario: 'mode-same-origin', unseen: neverLeaves, truth: 'mode-011' },
  InvalidResponse: { noScenario: 'Chromium keeps the name, and has no answer left that it gives it to' },
  WildcardOriginNotAllowed: { scenario: 'wildcard-with-credentials' },
  MissingAllowOriginHeader: { scenario: 'missing-allow-origin' },
  MultipleAllowOriginValues: { scenario: 'two-header-lines' },
  InvalidAllowOriginValue: { scenario: 'no-scheme' },
  AllowOriginMismatch: { scenario: 'trailing-slash' },
  InvalidAllowCredentials: { scenario: 'missing-allow-credentials' },
  CorsDisabledScheme: { scenario: 'redirect-to-app' },
  PreflightInvalidStatus: { scenario: 'preflight-405' },
  PreflightDisallowedRedirect: { scenario: 'preflight-redirect' },
  PreflightWildcardOriginNotAllowed: { scenario: 'preflight-wildcard-with-credentials' },
  PreflightMissingAllowOriginHeader: { scenario: 'preflight-missing-allow-origin' },
  PreflightMultipleAllowOriginValues: { scenario: 'preflight-multiple-allow-origin' },
  PreflightInvalidAllowOriginValue: { scenario: 'preflight-invalid-allow-origin' },
  PreflightAllowOriginMismatch: { scenario: 'preflight-allow-origin-mismatch' },
  PreflightInvalidAllowCredentials: { scenario: 'preflight-missing-allow-credentials' },
  InvalidAllowMethodsPreflightResponse: { scenario: 'unparsable-allow-methods' },
  InvalidAllowHeadersPreflightResponse: { scenario: 'unparsable-allow-headers' },
  MethodDisallowedByPreflightResponse: { scenario: 'method-not-allowed' },
  HeaderDisallowedByPreflightResponse: { scenario: 'header-not-allowed' },
  RedirectContainsCredentials: { scenario: 'redirect-with-password' },
  InsecureLocalNetwork: { scenario: 'local-network-insecure', notCors: 'local-network-access' },
  InvalidLocalNetworkAccess: { scenario: 'address-space-mismatch', notCors: 'local-network-access' },
  LocalNetworkAccessPermissionDenied: { scenario: 'local-network-access', notCors: 'local-network-access' },
  NoCorsRedirectModeNotFollow: { scenario: 'no-cors-redirect', unseen: neverLeaves, truth: 'mode-nocors-013' },
};

test.each(reasons)('%s has its text', (reason) => {
  const { exchange, verdict } = reasonCases[reason];
  const { short, headline, story } = explainVerdict(exchange, verdict);
  expect(short).not.toBe('');
  expect(plainText(headline)).toMatch(/^\S.* \S/);
  expect(story.length).toBeGreaterThan(0);
});

const shown = reasons.flatMap((reason) => {
  const row = rows[reason];
  return 'scenario' in row ? [{ reason, row }] : [];
});

test.each(shown)('the playground makes Chromium say $reason', ({ reason, row: { scenario } }) => {
  expect(scenarios.map(({ id }) => id)).toContain(scenario);
  expect(recording(scenario).own).toContain(reason);
});

test.each(shown)('$reason is found in what the extension sees, or nothing is seen', ({ reason, row }) => {
  const all = judgedScenario(row.scenario);
  if ('unseen' in row) {
    expect(all).toEqual([]);
    const one = truthCase(row.truth);
    const request = caseToRequest(one, truthOrigins);
    if (request === null) throw new Error(`${row.truth} makes no request`);
    const server = caseToServer(one, truthOrigins, engines.chromium);
    expect(predict(request, server, engines.chromium)).toMatchObject({ outcome: 'blocked', reason });
  } else if (row.notCors) {
    expect(all.map(({ verdict }) => verdict.notCors)).toContain(row.notCors);
  } else {
    expect(all.map(({ verdict }) => verdict.reason)).toContain(reason);
  }
});

test('a reason that no scenario shows says why', () => {
  for (const row of Object.values(rows)) if ('noScenario' in row) expect(row.noScenario).toMatch(/\w+ \w+/);
});
