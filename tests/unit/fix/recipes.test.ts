import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/explain/rich-text.ts';
import { proxyPlan } from '../../../src/fix/recipes/dev-proxies/proxy-plan.ts';
import { proxyIds, proxyRecipe } from '../../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import { doubleQuoted, regexEscaped, singleQuoted } from '../../../src/fix/recipes/literal.ts';
import { partText, type Recipe } from '../../../src/fix/recipes/recipe.ts';
import { serverRecipe } from '../../../src/fix/recipes/registry.ts';
import { serverIds } from '../../../src/fix/recipes/server-id.ts';
import { policy } from './policy.ts';

const textOf = (recipe: Recipe) => recipe.parts.map(partText).join('\n');

test.each(serverIds)('the recipe for %s names what the policy allows, and marks those lines', (id) => {
  const recipe = serverRecipe(id, policy());
  const text = textOf(recipe).replaceAll('\\', '');
  for (const value of ['https://app.test', 'http://localhost:5173', 'x-requested-by', 'X-Total', '600']) {
    expect(text).toContain(value);
  }
  expect(text).toMatch(/\bput\b/i);
  const marked = recipe.parts.flatMap((part) => part.lines.filter((line) => line.marked));
  expect(marked.some((line) => line.text.replaceAll('\\', '').includes('https://app.test'))).toBe(true);
  expect(recipe.docs).toMatch(/^https:\/\//);
});

test.each(serverIds)('the recipe for %s never allows everyone while it has a list of origins', (id) => {
  const aboutOrigins = textOf(serverRecipe(id, policy()))
    .split('\n')
    .filter((line) => /origin/i.test(line));
  expect(aboutOrigins.join('\n')).not.toMatch(/['"]\*['"]|Allow-Origin \*|ALL_ORIGINS|AllowAnyOrigin/);
});

test.each(serverIds.filter((id) => id !== 'rails' && id !== 'laravel'))(
  'without headers, credentials or exposed headers the recipe for %s leaves them out',
  (id) => {
    const text = textOf(
      serverRecipe(
        id,
        policy({ requestHeaders: [], exposedHeaders: [], credentials: false, methods: ['GET', 'HEAD'] }),
      ),
    );
    expect(text).not.toMatch(
      /Allow-Credentials['": ]+true|credentials: true|AllowCredentials|CREDENTIALS = True|X-Total/,
    );
    expect(text).not.toContain('undefined');
  },
);

test.each(serverIds)('for everyone, the recipe for %s says so and sends no credentials', (id) => {
  const recipe = serverRecipe(id, policy({ anyOrigin: true, origins: [], credentials: false }));
  expect(textOf(recipe)).toMatch(/\*|AllowAnyOrigin|ALL_ORIGINS/);
  expect(textOf(recipe)).not.toMatch(/https:\/\/app|Vary/);
  expect(recipe.notes.map(plainText).join(' ')).toContain('every site');
});

test.each(serverIds)('what is left out of the recipe for %s is named beside it', (id) => {
  const notes = serverRecipe(id, policy({ leftOut: ['x-$(id)'] })).notes.map(plainText);
  expect(notes.some((note) => note.includes('x-$(id)'))).toBe(true);
});

test.each(['express', 'fastify', 'koa', 'hono', 'nestjs', 'node-http', 'cloudflare-workers'] as const)(
  'the recipe for %s is JavaScript in every variant',
  (id) => {
    const variants = [
      policy(),
      policy({ anyOrigin: true, origins: [], credentials: false }),
      policy({ exposedHeaders: [] }),
    ];
    for (const variant of variants) {
      const source = serverRecipe(id, variant)
        .parts.map(partText)
        .join('\n')
        .replace(/^if \(cors.*return;$/m, '');
      const checked = spawnSync('node', ['--check', '--input-type=module', '-'], { input: source, encoding: 'utf8' });
      expect(checked.stderr).toBe('');
    }
  },
);

test('the recipe for S3 is JSON, and leaves out what S3 does not know', () => {
  const recipe = serverRecipe('aws-s3', policy({ methods: ['GET', 'PATCH'] }));
  expect(JSON.parse(textOf(recipe))[0]).toMatchObject({ AllowedMethods: ['GET'], MaxAgeSeconds: 600 });
  expect(recipe.notes.map(plainText).join(' ')).toContain('PATCH');
});

test('Flask-CORS is not given an IPv6 origin for a regular expression', () => {
  const text = textOf(serverRecipe('flask', policy({ origins: ['http://[::1]:3000'] })));
  expect(text).toContain('r"^http://\\[::1\\]:3000$"');
});

const page = 'http://localhost:5173';

test.each(proxyIds)('the proxy recipe for %s has the page and the API in it, and says what it is for', (id) => {
  const plan = proxyPlan(policy(), page);
  if (plan === null) throw new Error('no plan');
  const recipe = proxyRecipe(id, plan);
  const notes = recipe.notes.map(plainText).join(' ');
  expect(`${textOf(recipe)} ${notes}`).toContain('https://api.test');
  expect(notes).toContain('for development only');
  expect(recipe.parts.some((part) => part.lines.some((line) => line.marked))).toBe(true);
});

test.each(proxyIds.filter((id) => id !== 'cors-anywhere'))(
  'where the paths share nothing, the proxy for %s takes its own prefix away',
  (id) => {
    const plan = proxyPlan(policy({ paths: ['/items', '/users'] }), page);
    if (plan === null) throw new Error('no plan');
    expect(plan).toMatchObject({ prefix: '/api', stripsPrefix: true });
    expect(textOf(proxyRecipe(id, plan))).not.toBe(textOf(proxyRecipe(id, { ...plan, stripsPrefix: false })));
  },
);

test.each(['angular', 'parcel'] as const)('the proxy file for %s is JSON', (id) => {
  const plan = proxyPlan(policy({ paths: ['/items', '/users'] }), page);
  if (plan === null) throw new Error('no plan');
  const [file] = proxyRecipe(id, plan).parts;
  expect(JSON.parse(file ? partText(file) : '')).toHaveProperty(['/api', 'target'], 'https://api.test');
});

test('there is no plan for a page that cannot stand in a configuration', () => {
  expect(proxyPlan(policy(), 'http://a";evil{.test')).toBeNull();
  expect(proxyPlan(policy(), 'null')).toBeNull();
});

test.each([
  { literal: singleQuoted, value: `a'b\\c"d\n`, written: `'a\\'b\\\\c"d'` },
  { literal: doubleQuoted, value: `a'b\\c"d\u2028`, written: `"a'b\\\\c\\"d"` },
  { literal: regexEscaped, value: 'https://a.test:80/[x]', written: 'https://a\\.test:80/\\[x\\]' },
])('$value is written as $written', ({ literal, value, written }) => {
  expect(literal(value)).toBe(written);
});
