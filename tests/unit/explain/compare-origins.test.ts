import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareOrigins } from '../../../src/explain/compare-origins.ts';
import { plainText } from '../../../src/explain/rich-text.ts';
import { proseFaults } from './prose.ts';

test.each([
  {
    page: 'https://app.test',
    target: 'https://app.test/x?y',
    differs: [],
    says: 'Same origin: no permission is needed.',
  },
  {
    page: 'https://app.test',
    target: 'https://app.test:443/',
    differs: [],
    says: 'Same origin: no permission is needed.',
  },
  {
    page: 'http://app.test',
    target: 'https://app.test/',
    differs: ['scheme', 'port'],
    says: 'Different origin: scheme and port differ, so the browser asks the server for permission.',
  },
  {
    page: 'https://app.test',
    target: 'https://api.app.test/',
    differs: ['host'],
    says: 'Different origin: host differs, so the browser asks the server for permission.',
  },
  {
    page: 'http://localhost:5173',
    target: 'http://localhost:3000/',
    differs: ['port'],
    says: 'Different origin: port differs, so the browser asks the server for permission.',
  },
  {
    page: 'http://localhost:5173',
    target: 'https://api.shop.test/',
    differs: ['scheme', 'host', 'port'],
    says: 'Different origin: scheme, host and port differ, so the browser asks the server for permission.',
  },
  {
    page: 'null',
    target: 'https://api.shop.test/',
    differs: ['scheme', 'host', 'port'],
    says: "The page's origin is null, which is the same as no other: the browser asks the server for permission.",
  },
])('$page and $target', ({ page, target, differs, says }) => {
  const comparison = compareOrigins(page, target);
  expect(comparison?.parts.filter((part) => part.differs).map(({ name }) => name)).toEqual(differs);
  expect(plainText(comparison?.summary ?? [])).toBe(says);
  expect(comparison?.sameOrigin).toBe(differs.length === 0);
});

test('default ports stand there in digits, and are told from those that were written', () => {
  const parts = compareOrigins('http://localhost:5173', 'https://api.shop.test/')?.parts;
  expect(parts?.[2]).toEqual({
    name: 'port',
    page: '5173',
    target: '443',
    differs: true,
    pageDefault: false,
    targetDefault: true,
  });
});

test.each([
  { site: 'same-site', sameSite: true, says: 'Different origin, same site' },
  { site: 'cross-site', sameSite: false, says: 'Different origin, different site' },
  { site: 'none', sameSite: null, says: 'Different origin:' },
  { site: null, sameSite: null, says: 'Different origin:' },
])("the browser's word $site decides about the site", ({ site, sameSite, says }) => {
  const comparison = compareOrigins('https://app.test', 'https://api.app.test/', site);
  expect(comparison?.sameSite).toBe(sameSite);
  expect(plainText(comparison?.summary ?? [])).toContain(says);
});

test('a target that is no URL has no origin', () => {
  expect(compareOrigins('https://app.test', 'not a url')).toBeNull();
});

test('on any two strings it throws nothing, and its sentence is one', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl(), fc.string()),
      fc.oneof(fc.webUrl(), fc.string()),
      fc.string(),
      (page, target, site) => {
        const comparison = compareOrigins(page, target, site);
        if (comparison) expect(proseFaults(comparison.summary, 'sentences')).toEqual([]);
      },
    ),
  );
});
