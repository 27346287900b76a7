import type { Sequence, Step } from '../../explain/sequence/step.ts';
import { visible } from '../../explain/visible.ts';

/** Pixels. The type is set in the style sheet: 11 px monospace, whose letters are 6.62 wide in the widest of its faces. */
export const letterWidth = 6.62;
const lineHeight = 14;
const sideSpace = 8;
const headHeight = 26;
const gapAboveText = 6;
const gapBelowText = 8;
const stubLength = 90;
const narrowest = 230;
/** A label longer than this many lines ends in an ellipsis; the headers below have the whole. */
const mostLines = 3;

export interface DrawnParty {
  readonly x: number;
  readonly label: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface DrawnStep {
  readonly step: Step;
  /** The line's ends; the head is at the second. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly textX: number;
  /** Baseline of the first line of text. */
  readonly textY: number;
  readonly lines: readonly string[];
}

/** All that is drawn, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly parties: readonly DrawnParty[];
  readonly steps: readonly DrawnStep[];
}

/**
 * Places a sequence in a picture of a given width: parties as lifelines from left to right, steps from top to bottom,
 * each with its words above its arrow, or beside it where it does not arrive.
 *
 * @param width pixels; below 230 it is drawn as if it were 230
 */
export function layOut({ parties, steps }: Sequence, width: number): Drawing {
  const inner = Math.max(narrowest, Math.floor(width));
  const drawnParties = placeParties(parties, inner);
  let y = headHeight;
  const drawnSteps = steps.map((step): DrawnStep => {
    const x1 = drawnParties[step.from]?.x ?? 0;
    const target = drawnParties[step.to]?.x ?? 0;
    const stub = Math.sign(target - x1) * Math.min(stubLength, Math.abs(target - x1) / 3);
    const x2 = step.arrives ? target : x1 + stub;
    // The words of a stub to the right stand beside it, all others above their line.
    const isBeside = !step.arrives && x2 >= x1;
    const textX = isBeside ? x2 + 9 : Math.min(x1, target) + 9;
    const mark = markBefore(step);
    const lines = wrap(`${mark}${visible(step.text)}`, inner - textX - sideSpace);
    y += gapAboveText + lineHeight;
    const textY = y;
    y += (lines.length - 1) * lineHeight + (isBeside ? 0 : gapBelowText);
    return { step, x1, x2, y: isBeside ? textY - 4 : y, textX, textY, lines };
  });
  return { width: inner, height: y + 14, lineHeight, parties: drawnParties, steps: drawnSteps };
}

/** What a tone says in colour is said by a mark as well. */
function markBefore({ tone, name, arrives }: Step): string {
  if (tone === 'bad' && !arrives) return '✕ ';
  return tone === 'good' && name === 'outcome' ? '✓ ' : '';
}

function placeParties(labels: readonly string[], width: number): DrawnParty[] {
  const first = sideSpace + 32;
  const last = width - sideSpace - 44;
  const room = Math.floor((width / labels.length - 8) / letterWidth);
  return labels.map((label, index) => ({
    x: labels.length === 1 ? first : Math.round(first + ((last - first) * index) / (labels.length - 1)),
    label: cut(visible(label), room),
    anchor: index === 0 ? 'start' : index === labels.length - 1 ? 'end' : 'middle',
  }));
}

/** Breaks a text at spaces into lines of at most so many pixels; a word that is too long is broken anywhere. */
function wrap(text: string, pixels: number): string[] {
  const room = Math.max(12, Math.floor(pixels / letterWidth));
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room && lines.length < mostLines - 1) {
    const space = rest.lastIndexOf(' ', room);
    const end = space > room / 2 ? space : wholeLetters(rest, room);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, cut(rest, room)];
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, wholeLetters(text, Math.max(1, letters - 1)))}…`;
}

/** A place to break a text at, near the given one, that leaves no half of a character behind. */
function wholeLetters(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end + 1 : end;
}
