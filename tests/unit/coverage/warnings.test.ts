import { expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { explainWarning } from '../../../src/explain/explain-warning.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { type WarningName, warningNames } from '../../../src/judge/warning.ts';
import { judgedScenario } from './recordings.ts';

/** The scenarios that show each warning in real Chromium, and words that its text has there. */
const rows: Readonly<Record<WarningName, readonly { readonly scenario: string; readonly says: RegExp }[]>> = {
  'missing-vary-origin': [{ scenario: 'missing-vary', says: /Vary: Origin/ }],
  'wildcard-covers-authorization': [{ scenario: 'authorization-wildcard', says: /list authorization by name/ }],
  'null-origin-allowed': [
    { scenario: 'null-origin-allowed', says: /allows them all\./ },
    { scenario: 'null-origin-allowed-with-credentials', says: /with credentials too/ },
  ],
  'credentials-allowed-without-need': [{ scenario: 'credentials-without-need', says: /carries no credentials/ }],
  'preflight-repeated': [{ scenario: 'preflight-repeated', says: /cost \d+ ms.*Access-Control-Max-Age/ }],
  'max-age-above-cap': [{ scenario: 'max-age-above-cap', says: /of 604800 is more than browsers take/ }],
  'headers-not-exposed': [{ scenario: 'hidden-response-header', says: /cannot read x-total-count/i }],
  'blocked-elsewhere': [{ scenario: 'blocked-in-safari', says: /Safari would block it/ }],
};

test.each(warningNames.flatMap((name) => rows[name].map((row) => ({ name, ...row }))))(
  '$name: its text is shown in the scenario $scenario, which passes',
  ({ name, scenario, says }) => {
    expect(scenarios.map(({ id }) => id)).toContain(scenario);
    const found = judgedScenario(scenario).flatMap(({ exchange, verdict, warnings }) =>
      warnings.filter((warning) => warning.name === name).map((warning) => ({ exchange, verdict, warning })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { exchange, verdict, warning } of found) {
      expect(verdict.outcome).toBe('allowed');
      const { short, text } = explainWarning(warning, exchange, verdict);
      expect(short).not.toBe('');
      expect(plainText(text)).toMatch(says);
    }
  },
);

test('every warning has a scenario', () => {
  expect(warningNames.filter((name) => rows[name].length === 0)).toEqual([]);
});
