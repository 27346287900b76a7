import { expect, test } from 'vitest';
import { checkNames } from '../../../src/cors/check.ts';
import { reasons } from '../../../src/cors/reason.ts';
import {
  type ArticleId,
  articleIds,
  type Block,
  type Place,
  partsOfPlace,
  passagesOf,
} from '../../../src/explain/learn/article.ts';
import { articleById, articles } from '../../../src/explain/learn/articles.ts';
import { cards } from '../../../src/explain/learn/cards.ts';
import { learnLinkFor, learnLinkForCheck, learnLinkForWarning } from '../../../src/explain/learn/learn-link.ts';
import { describePicture, differingParts, type Picture } from '../../../src/explain/learn/picture.ts';
import { localPairs, originPairs } from '../../../src/explain/learn/pictures.ts';
import type { RichText } from '../../../src/explain/rich-text.ts';
import { notCorsCauses } from '../../../src/judge/not-cors-cause.ts';
import { outcomes } from '../../../src/judge/verdict.ts';
import { warningNames } from '../../../src/judge/warning.ts';
import { proseFaults } from './prose.ts';
import { blocked, verdict } from './sample.ts';

function sentencesOf(block: Block): readonly RichText[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list' ? block.items.map(({ text }) => text) : [];
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

const links: readonly { name: string; place: Place }[] = [
  ...reasons.map((reason) => ({ name: `reason ${reason}`, place: learnLinkFor(blocked(reason, 'response')) })),
  ...notCorsCauses.map((notCors) => ({
    name: `cause ${notCors}`,
    place: learnLinkFor(verdict({ outcome: 'not-cors', notCors })),
  })),
  ...warningNames.map((name) => ({ name: `warning ${name}`, place: learnLinkForWarning(name) })),
  ...checkNames.map((name) => ({ name: `check ${name}`, place: learnLinkForCheck(name) })),
];

test.each(links)('the $name leads to a passage that is there: $place', ({ place }) => {
  const { article, passage } = partsOfPlace(place);
  expect(articleIds).toContain(article);
  expect(passagesOf(articleById(article)).map(({ name }) => name)).toContain(passage);
});

test.each(outcomes)('every verdict leads to an article: %s', (outcome) => {
  expect(articleIds).toContain(partsOfPlace(learnLinkFor(verdict({ outcome }))).article);
});

test('no two passages of an article have the same name', () => {
  for (const article of articles) {
    const names = passagesOf(article).map(({ name }) => name);
    expect(names, article.id).toEqual([...new Set(names)]);
  }
});

test('every passage with a name is led to', () => {
  const led = new Set<string>([
    ...links.map(({ place }) => place),
    ...outcomes.map((outcome) => learnLinkFor(verdict({ outcome }))),
  ]);
  const named = articles.flatMap((article) => passagesOf(article).map(({ name }) => `${article.id}#${name}`));
  expect(named.filter((place) => !led.has(place))).toEqual([]);
});

function isComparison(picture: Picture): picture is Extract<Picture, { kind: 'comparison' }> {
  return picture.kind === 'comparison';
}

const shownPictures: readonly { name: string; picture: Picture }[] = [
  ...cards.map(({ title, picture }) => ({ name: `of the card "${title}"`, picture })),
  ...articles.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'pictures'
        ? block.pictures.map((picture, index) => ({ name: `${index + 1} of ${id}`, picture }))
        : [],
    ),
  ),
];

test.each(shownPictures)('picture $name is told in words, too', ({ picture }) => {
  expect(describePicture(picture)).toMatch(/\p{L}{3}/u);
  expect(describePicture(picture)).not.toMatch(/undefined|null:|\s{2}/);
});

test.each<ArticleId>([
  'origins',
  'same-origin-policy',
  'simple-and-preflighted',
  'credentials',
  'redirects',
  'null-origin',
  'opaque-errors',
  'own-the-server',
  'not-your-server',
])('the article %s has a picture', (id) => {
  expect(articleById(id).blocks.some(({ kind }) => kind === 'pictures')).toBe(true);
});

test.each([originPairs, localPairs].filter(isComparison))(
  'what is called another origin is one: $caption',
  (picture) => {
    const originOf = ({ scheme, host, port, path }: typeof picture.page) =>
      new URL(`${scheme}://${host}:${port}${path}`).origin;
    for (const other of picture.others) {
      expect(differingParts(picture.page, other).length > 0).toBe(originOf(picture.page) !== originOf(other));
    }
  },
);

test.each([
  {
    name: 'a wildcard with credentials',
    given: blocked('WildcardOriginNotAllowed', 'response'),
    place: 'credentials#wildcard',
  },
  {
    name: 'a header that is not allowed',
    given: blocked('HeaderDisallowedByPreflightResponse', 'preflight'),
    place: 'allow-headers#needed',
  },
  {
    name: 'an error page',
    given: blocked('MissingAllowOriginHeader', 'response', { notCors: 'server-error-page' }),
    place: 'not-cors#server-error',
  },
  { name: 'an opaque answer', given: verdict({ outcome: 'opaque' }), place: 'no-cors#opaque' },
  {
    name: 'a header that JavaScript cannot read',
    given: verdict({ warnings: [{ name: 'headers-not-exposed', parameter: '' }] }),
    place: 'expose-headers#listed',
  },
])('$name leads to $place', ({ given, place }) => {
  expect(learnLinkFor(given)).toBe(place);
});
