import { expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { explainNotCors } from '../../../src/explain/explain-not-cors.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { type NotCorsCause, notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import { type JudgedExchange, judgedScenario, judgedWith } from './recordings.ts';

/** A scenario that shows the cause in real Chromium; else why none can, and the word that Chromium has for it. */
type Row =
  | { readonly scenario: string }
  | { readonly noScenario: string; readonly error: string; readonly page?: string };

const rows: Readonly<Record<NotCorsCause, Row>> = {
  'server-error-page': { scenario: 'server-error-page' },
  'login-page': { scenario: 'login-page' },
  'connection-refused': { scenario: 'connection-refused' },
  'connection-closed': { scenario: 'connection-closed' },
  'name-not-resolved': { scenario: 'name-not-resolved' },
  'timed-out': { noScenario: 'a browser waits for minutes before it gives up', error: 'net::ERR_CONNECTION_TIMED_OUT' },
  offline: { noScenario: 'a page cannot take the network away', error: 'net::ERR_INTERNET_DISCONNECTED' },
  certificate: {
    noScenario: 'the playground has no certificate that a browser could refuse',
    error: 'net::ERR_CERT_AUTHORITY_INVALID',
  },
  'no-secure-connection': { scenario: 'https-on-http-port' },
  'invalid-response': { scenario: 'cut-off' },
  'mixed-content': {
    noScenario: 'the playground has no certificate, so its page is not on https',
    error: 'net::ERR_FAILED',
    page: 'https://app.test',
  },
  'content-security-policy': {
    noScenario: 'csp-connect-src shows it, but Chromium tells no extension of what never left the page',
    error: 'net::ERR_BLOCKED_BY_CSP',
  },
  'local-network-access': { scenario: 'local-network-access' },
  corp: { scenario: 'corp-image' },
  coep: { scenario: 'coep' },
  orb: { scenario: 'orb-image' },
  'blocked-by-extension': { noScenario: 'it takes another extension', error: 'net::ERR_BLOCKED_BY_CLIENT' },
  'redirect-mode-error': { scenario: 'redirect-mode-error' },
  'redirect-invalid': { scenario: 'redirect-invalid' },
  'too-many-redirects': { scenario: 'redirect-loop' },
  'unsafe-port': { scenario: 'unsafe-port' },
  aborted: { scenario: 'aborted' },
  'other-network-error': {
    noScenario: 'every error that a page can cause has a name of its own',
    error: 'net::ERR_NEW',
  },
};

test.each(notCorsCauses.map((cause) => ({ cause, row: rows[cause] })))(
  '$cause is found, and has its text',
  ({ cause, row }) => {
    const found = judgedFor(row).find(({ verdict }) => verdict.notCors === cause);
    if (!found) throw new Error(`${cause} was not found`);
    const { short, headline, story } = explainNotCors(cause, found.exchange);
    expect(short).not.toBe('');
    expect(plainText(headline)).toMatch(/^Not CORS: \S/);
    expect(story.length).toBeGreaterThan(0);
  },
);

/** Where no scenario can show it: a request that got no answer, ended by Chromium's word for the cause. */
function judgedFor(row: Row): readonly JudgedExchange[] {
  if (!('scenario' in row)) return judgedWith('connection-refused', row);
  expect(scenarios.map(({ id }) => id)).toContain(row.scenario);
  return judgedScenario(row.scenario);
}
