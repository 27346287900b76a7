import { readFileSync } from 'node:fs';
import { engineNames } from '../../src/cors/engine-name.ts';
import { engines } from '../../src/cors/engines.ts';
import { fieldDocs } from './field-docs.ts';
import { code, markdownTable } from './markdown-table.ts';

/** Where the engines differ: what `src/cors/engines.ts` says, with the words of `src/cors/engine.ts`. */
export function enginesPage(): string {
  const source = readFileSync('src/cors/engine.ts', 'utf8');
  const rules = fieldDocs(source, 'Engine').filter(({ name }) => name !== 'name' && name !== 'preflightCache');
  const cacheRules = fieldDocs(source, 'PreflightCacheRules');
  return `# Where browsers differ

Written by \`npm run docs\` from the table that the verdicts are computed with,
[src/cors/engines.ts](../src/cors/engines.ts); do not edit. Each row was measured in the real browsers.

## Requests, preflights and redirects

${table(rules, (engine) => engines[engine])}

## The preflight cache

${table(cacheRules, (engine) => engines[engine].preflightCache)}
`;
}

type EngineName = (typeof engineNames)[number];

function table(fields: ReturnType<typeof fieldDocs>, rulesOf: (engine: EngineName) => object): string {
  const ruleOf = (engine: EngineName, field: string) => Reflect.get(rulesOf(engine), field) as unknown;
  return markdownTable(
    ['Rule', 'Chromium', 'Firefox', 'WebKit', 'What it says'],
    fields.map(({ name, text }) => [code(name), ...engineNames.map((engine) => shown(ruleOf(engine, name))), text]),
  );
}

function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof RegExp) return code(String(value));
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => code(String(one))).join(', ');
  if (typeof value === 'object') return shown(Object.keys(value));
  return typeof value === 'string' ? code(value) : String(value);
}
