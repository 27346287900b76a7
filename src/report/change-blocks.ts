import { code, listed } from '../explain/quote.ts';
import { type RichText, rich } from '../explain/rich-text.ts';
import type { ServerGuess } from '../fix/detect-server.ts';
import type { Advice, AnswerFix, Fix, HeadersFix, HopFix } from '../fix/fix.ts';
import { partText, type Recipe } from '../fix/recipes/recipe.ts';
import { serverRecipe } from '../fix/recipes/registry.ts';
import type { ServerId } from '../fix/recipes/server-id.ts';
import { mergeFixes } from '../fix/server-policy.ts';
import type { Block } from './document.ts';
import { maskUrl } from './mask.ts';

/** The change to make: in plain headers, then as a recipe for the server, if it is known. */
export function changeBlocks(fix: Fix, chosen: ServerId | undefined, guesses: readonly ServerGuess[]): Block[] {
  switch (fix.kind) {
    case 'nothing-to-fix':
      return [{ kind: 'paragraph', text: ['Nothing: the browser lets the page read the answer.'] }];
    case 'not-by-headers':
      return [{ kind: 'paragraph', text: ['CORS headers do not help here:'] }, adviceList(fix.advice)];
    case 'headers':
      return [...plainHeaders(fix), ...recipeBlocks(fix, chosen, guesses)];
  }
}

function adviceList(advice: readonly Advice[]): Block {
  return { kind: 'list', items: advice.map(({ text }) => text) };
}

function plainHeaders(fix: HeadersFix): Block[] {
  const blocks = fix.hops.flatMap((hop) => [
    ...answerBlocks(hop, hop.preflight, 'preflight'),
    ...answerBlocks(hop, hop.response, 'response'),
  ]);
  // The explanation says it already.
  const advice = fix.advice.filter(({ name }) => name !== 'server-error-first');
  const items = [...fix.hops.flatMap(oneOriginOfSeveral), ...advice.map(({ text }) => text)];
  return items.length > 0
    ? [...blocks, { kind: 'paragraph', text: ['To keep in mind:'] }, { kind: 'list', items }]
    : blocks;
}

/** A server that is told one origin must not shut out the others. */
function oneOriginOfSeveral({ preflight, response, needs }: HopFix): RichText[] {
  const changes = [preflight, response].flatMap((answer) => answer?.headers ?? []);
  const names = changes.filter(({ name }) => name === 'Access-Control-Allow-Origin').map(({ value }) => value);
  if (!names.includes(needs.origin)) return [];
  const list = rich`${code('Access-Control-Allow-Origin')} names one origin only. Where other pages use the server too, keep a list of allowed origins, and answer each of these with its own.`;
  const others = needs.allowed.origins.filter((origin) => origin !== '*');
  if (others.length > 0) return [rich`${list} ${listed(others)} ${others.length === 1 ? 'is' : 'are'} allowed today.`];
  return needs.allowed.origins.includes('*') ? [rich`${list} Today ${code('*')} lets every page in.`] : [list];
}

function answerBlocks(hop: HopFix, answer: AnswerFix | null, which: 'preflight' | 'response'): Block[] {
  if (answer === null) return [];
  const url = code(maskUrl(hop.url.replace(/[?#].*$/s, '')));
  const where =
    which === 'preflight'
      ? rich`In the answer to the preflight (${code('OPTIONS')}) of ${url}`
      : rich`In the answer to the ${code(hop.needs.method)} request of ${url}, error answers included`;
  const set = answer.headers.filter((change) => change.value !== null && change.needed !== 'if-credentialed');
  const lines = [
    ...(answer.status === null ? [] : [`HTTP/1.1 ${answer.status}`]),
    ...set.map((change) => `${change.name}: ${change.value}`),
  ];
  const others = answer.headers.flatMap((change) => {
    if (change.value === null) return [rich`Remove ${code(change.name)}.`];
    if (change.needed !== 'if-credentialed') return [];
    return [rich`If the page includes credentials (cookies), also: ${code(`${change.name}: ${change.value}`)}`];
  });
  return [
    { kind: 'paragraph', text: lines.length > 0 ? rich`${where}, set:` : rich`${where}:` },
    ...(lines.length > 0 ? [{ kind: 'code' as const, language: 'http', text: lines.join('\n') }] : []),
    ...(others.length > 0 ? [{ kind: 'list' as const, items: others }] : []),
  ];
}

function recipeBlocks(fix: HeadersFix, chosen: ServerId | undefined, guesses: readonly ServerGuess[]): Block[] {
  const [guess] = guesses;
  const id = chosen ?? guess?.id;
  // Of several servers, the one where it was decided: the guess is about that one.
  const policy = mergeFixes([fix]).at(-1);
  if (id === undefined || policy === undefined) return [];
  const recipe = serverRecipe(id, policy);
  const reason =
    chosen === undefined && guess !== undefined
      ? rich`The same as a configuration for ${recipe.name}, which the header ${code(`${guess.evidence.header}: ${guess.evidence.value}`)} suggests:`
      : rich`The same as a configuration for ${recipe.name}:`;
  return [{ kind: 'paragraph', text: reason }, ...partsOf(recipe)];
}

function partsOf(recipe: Recipe): Block[] {
  return [
    ...(recipe.install === null ? [] : [{ kind: 'code' as const, language: 'sh', text: recipe.install }]),
    ...recipe.parts.flatMap((part): Block[] => [
      { kind: 'paragraph', text: [`Put this ${part.where}:`] },
      { kind: 'code', language: part.language, text: partText(part) },
    ]),
    ...(recipe.notes.length > 0 ? [{ kind: 'list' as const, items: recipe.notes }] : []),
    { kind: 'link', link: { label: `More about ${recipe.name}`, url: recipe.docs } },
  ];
}
