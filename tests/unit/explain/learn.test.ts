import { expect, test } from 'vitest';
import { reasons } from '../../../src/cors/reason.ts';
import { type ArticleId, articleIds, type Block } from '../../../src/explain/learn/article.ts';
import { articleById, articles } from '../../../src/explain/learn/articles.ts';
import { cards } from '../../../src/explain/learn/cards.ts';
import { learnLinkFor } from '../../../src/explain/learn/learn-link.ts';
import type { RichText } from '../../../src/explain/rich-text.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import { outcomes } from '../../../src/judge/verdict.ts';
import { warningNames } from '../../../src/judge/warning.ts';
import { proseFaults } from './prose.ts';
import { blocked, verdict } from './sample.ts';

function sentencesOf(block: Block): readonly RichText[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list' ? block.items : [];
}

test('the articles come in reading order, each once', () => {
  expect(articles.map(({ id }) => id)).toEqual([...articleIds]);
});

test.each(articleIds)('the article %s is whole', (id) => {
  const { title, blocks, links, seeAlso } = articleById(id);
  expect(title).not.toMatch(/\.$/);
  expect(blocks.length).toBeGreaterThan(1);
  const sentences = blocks.flatMap(sentencesOf);
  // Words that end with a colon lead over to a list or to code.
  const faults = sentences.flatMap((text) => proseFaults(text, 'sentences'));
  expect(faults.filter((fault) => !/:" does not end with a full stop$/.test(fault))).toEqual([]);
  expect(links.length).toBeGreaterThan(0);
  for (const { url } of links) {
    expect(url).toMatch(
      /^https:\/\/(fetch\.spec\.whatwg\.org\/#|developer\.mozilla\.org\/docs\/|wicg\.github\.io\/local-network-access\/)/,
    );
  }
  expect(seeAlso.length).toBeGreaterThan(0);
  expect(seeAlso).not.toContain(id);
});

test.each(articleIds)('the tables of %s have a cell for every column', (id) => {
  for (const block of articleById(id).blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) expect(row).toHaveLength(block.head.length);
  }
});

test('every article can be reached from the first one by reading on', () => {
  const reached = new Set<ArticleId>(['origins']);
  for (const id of reached) for (const next of articleById(id).seeAlso) reached.add(next);
  expect(articleIds.filter((id) => !reached.has(id))).toEqual([]);
});

test('no article advises what only hides the fault or opens a hole', () => {
  const everything = JSON.stringify(articles);
  expect(everything).not.toMatch(/disable-web-security|Request-Private-Network|Allow-Private-Network|cors-anywhere/i);
});

test.each(cards)('the card "$title" answers in whole sentences', ({ text, article }) => {
  expect(text.flatMap((sentence) => proseFaults(sentence, 'sentences'))).toEqual([]);
  expect(articleIds).toContain(article);
});

test('every verdict links to an article', () => {
  const verdicts = [
    ...reasons.map((reason) => blocked(reason, 'response')),
    ...notCorsCauses.map((notCors) => verdict({ outcome: 'not-cors', notCors })),
    ...warningNames.map((name) => verdict({ warnings: [{ name, parameter: '' }] })),
    ...outcomes.map((outcome) => verdict({ outcome })),
  ];
  for (const each of verdicts) expect(articleIds).toContain(learnLinkFor(each));
});

test.each([
  {
    name: 'a wildcard with credentials',
    given: blocked('WildcardOriginNotAllowed', 'response'),
    article: 'credentials',
  },
  {
    name: 'a header that is not allowed',
    given: blocked('HeaderDisallowedByPreflightResponse', 'preflight'),
    article: 'allow-headers',
  },
  {
    name: 'an error page',
    given: blocked('MissingAllowOriginHeader', 'response', { notCors: 'server-error-page' }),
    article: 'not-cors',
  },
  { name: 'an opaque answer', given: verdict({ outcome: 'opaque' }), article: 'no-cors' },
  {
    name: 'a header that JavaScript cannot read',
    given: verdict({ warnings: [{ name: 'headers-not-exposed', parameter: '' }] }),
    article: 'expose-headers',
  },
])('$name links to $article', ({ given, article }) => {
  expect(learnLinkFor(given)).toBe(article);
});
