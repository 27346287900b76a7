import { describeSequence } from '../sequence/describe-sequence.ts';
import type { Sequence } from '../sequence/step.ts';

/** A piece of a URL. What belongs to the origin has a bracket with its name under it. */
export interface UrlPiece {
  readonly text: string;
  readonly name: string;
  readonly isInOrigin: boolean;
}

/** A URL cut up, for comparing it with another part by part. */
export interface ComparedUrl {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/** One line of what somebody gets to see. */
export interface SeenLine {
  readonly text: string;
  readonly tone: 'plain' | 'bad' | 'quiet';
}

/**
 * A small picture of a help article, as data: what is drawn is decided here, how it looks is not.
 * - `anatomy`: a URL, with brackets that show what of it is its origin
 * - `comparison`: a page's URL, and others that are of the same origin or not
 * - `sequence`: who says what to whom, as in the detail view
 * - `screen`: what somebody gets to see
 * - `sources`: several things that lead to the same
 */
export type Picture = { readonly caption: string | null } & (
  | { readonly kind: 'anatomy'; readonly pieces: readonly UrlPiece[] }
  | { readonly kind: 'comparison'; readonly page: ComparedUrl; readonly others: readonly ComparedUrl[] }
  | { readonly kind: 'sequence'; readonly sequence: Sequence }
  | { readonly kind: 'screen'; readonly lines: readonly SeenLine[] }
  | { readonly kind: 'sources'; readonly sources: readonly string[]; readonly result: string }
);

/** The parts in which two URLs are of different origins; none means that their origin is the same. */
export function differingParts(page: ComparedUrl, other: ComparedUrl): ('scheme' | 'host' | 'port')[] {
  return (['scheme', 'host', 'port'] as const).filter((part) => page[part] !== other[part]);
}

/** The picture in words, for those who cannot see it. */
export function describePicture(picture: Picture): string {
  switch (picture.kind) {
    case 'anatomy':
      return describeAnatomy(picture.pieces);
    case 'comparison':
      return picture.others.map((other) => describeComparison(picture.page, other)).join(' ');
    case 'sequence':
      return describeSequence(picture.sequence, picture.sequence.parties[0]);
    case 'screen':
      return picture.lines.map(({ text }) => text).join(' ');
    case 'sources':
      return `${picture.sources.join(', ')}: each leads to ${picture.result}.`;
  }
}

function describeAnatomy(pieces: readonly UrlPiece[]): string {
  const named = pieces.filter(({ name }) => name !== '');
  const say = (isInOrigin: boolean) =>
    named
      .filter((piece) => piece.isInOrigin === isInOrigin)
      .map(({ name, text }) => `${name} ${text}`)
      .join(', ');
  const url = pieces.map(({ text }) => text).join('');
  return `In ${url} the origin is ${say(true)}. Not part of it: ${say(false)}.`;
}

function describeComparison(page: ComparedUrl, other: ComparedUrl): string {
  const parts = differingParts(page, other);
  const says = parts.length === 0 ? 'the same origin' : `another origin, because of the ${parts.join(' and the ')}`;
  return `${urlOf(page)} and ${urlOf(other)}: ${says}.`;
}

function urlOf({ scheme, host, port, path }: ComparedUrl): string {
  return `${scheme}://${host}:${port}${path}`;
}
