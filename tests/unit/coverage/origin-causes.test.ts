import { expect, test } from 'vitest';
import { scenarios } from '../../../playground/scenarios.js';
import { HeaderList } from '../../../src/cors/header-list.ts';
import { type LookAlike, lookAlike, type OriginCause, originCauses } from '../../../src/explain/look-alike.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { type JudgedExchange, judgedScenario, judgedTruth } from './recordings.ts';

/** A scenario that shows the cause in real Chromium; else why none can, and a recorded truth case that does. */
type Row = { readonly scenario: string } | { readonly noScenario: string; readonly truth: string };

const rows: Readonly<Record<OriginCause, Row>> = {
  empty: { scenario: 'empty-value' },
  'opaque-page': { scenario: 'sandboxed-frame-blocked' },
  'invisible-character': { scenario: 'invisible-character' },
  'whitespace-inside': { scenario: 'space-inside' },
  'same-value-twice': { scenario: 'two-header-lines' },
  'wildcard-and-value': { scenario: 'wildcard-and-origin' },
  'several-with-ours': { scenario: 'comma-list' },
  'several-without-ours': { scenario: 'comma-list-of-others' },
  'stray-separator': { scenario: 'comma-behind' },
  quotes: { scenario: 'quotes' },
  'server-variable': { scenario: 'server-variable' },
  'template-literal': { scenario: 'template' },
  'literal-null': { scenario: 'null-for-page' },
  'placeholder-word': { scenario: 'undefined' },
  'regular-expression': { scenario: 'regular-expression' },
  'wildcard-inside': { scenario: 'subdomain-pattern' },
  userinfo: { scenario: 'userinfo' },
  'no-scheme': { scenario: 'no-scheme' },
  'malformed-scheme': { scenario: 'single-slash' },
  'trailing-slash': { scenario: 'trailing-slash' },
  path: { scenario: 'path' },
  query: { scenario: 'query' },
  fragment: { scenario: 'fragment' },
  'upper-case': { scenario: 'upper-case' },
  'explicit-default-port': {
    noScenario: 'the playground never has the port that http has by default',
    truth: 'init-078',
  },
  'scheme-differs': { scenario: 'https-for-http' },
  'port-missing': { scenario: 'no-port' },
  'port-differs': { scenario: 'other-port' },
  'loopback-name': { scenario: 'loopback-address' },
  www: { scenario: 'www' },
  'trailing-dot': { scenario: 'trailing-dot' },
  'unicode-host': { scenario: 'unicode-host' },
  'look-alike-letters': { scenario: 'look-alike-letters' },
  'other-environment': { scenario: 'production-origin' },
  'sibling-subdomain': { scenario: 'sibling-subdomain' },
  'misspelt-host': { scenario: 'misspelt-host' },
};

test.each(originCauses.map((cause) => ({ cause, row: rows[cause] })))(
  '$cause is found first, and has its text',
  ({ cause, row }) => {
    const all = 'scenario' in row ? judgedScenario(row.scenario) : judgedTruth(row.truth);
    if ('scenario' in row) expect(scenarios.map(({ id }) => id)).toContain(row.scenario);
    const hints = all.flatMap((one) => hintOf(one) ?? []);
    expect(hints.map((hint) => hint.cause)).toEqual([cause]);
    for (const { text } of hints) expect(plainText(text)).toMatch(/^.+\.$/s);
  },
);

/** What the panel would say of the allowed origin in a blocked answer. */
function hintOf({ exchange, verdict }: JudgedExchange): LookAlike | null {
  if (verdict.outcome !== 'blocked') return null;
  const failed = verdict.checks.find(({ status }) => status === 'failed');
  const headers = new HeaderList(exchange.hops.at(-1)?.response?.headers ?? []);
  return lookAlike(failed?.expected ?? '', headers.get('access-control-allow-origin') ?? '');
}
