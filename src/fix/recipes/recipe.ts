import type { RichText } from '../../explain/rich-text.ts';
import type { ServerPolicy } from '../server-policy.ts';

/** What the lines are written in, for whoever colours them. */
export type Language =
  | 'apache'
  | 'caddyfile'
  | 'csharp'
  | 'go'
  | 'haproxy'
  | 'java'
  | 'javascript'
  | 'json'
  | 'nginx'
  | 'php'
  | 'python'
  | 'ruby'
  | 'shell'
  | 'typescript'
  | 'yaml';

export interface RecipeLine {
  readonly text: string;
  /** One of the lines that matter: it holds a value of this policy. */
  readonly marked: boolean;
}

/** A snippet and the place where it goes. */
export interface RecipePart {
  /** As a phrase that follows "Put this": "in nginx.conf, inside http { }". */
  readonly where: string;
  readonly language: Language;
  readonly lines: readonly RecipeLine[];
}

/** A policy written for one server, framework or proxy. */
export interface Recipe<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** At least one. All of them are needed. */
  readonly parts: readonly RecipePart[];
  readonly notes: readonly RichText[];
  /** The server's own page about it. */
  readonly docs: string;
  /** A command that installs what the recipe uses; null where nothing is missing. */
  readonly install: string | null;
}

export type RecipeMaker<Id extends string> = (policy: ServerPolicy) => Recipe<Id>;

/** A part's lines as text, with a line feed at its end. */
export function partText(part: RecipePart): string {
  return part.lines.map((line) => `${line.text}\n`).join('');
}

/** What a line is written as: plain, marked, or left out. */
export type Draft = string | RecipeLine | null;

/** A line that matters. */
export function mark(text: string): RecipeLine {
  return { text, marked: true };
}

/** The lines of a snippet, without those that this policy does not need. */
export function snippet(...drafts: readonly Draft[]): RecipeLine[] {
  return drafts
    .filter((draft) => draft !== null)
    .map((draft) => (typeof draft === 'string' ? { text: draft, marked: false } : draft));
}

/** The line, marked, where the condition holds; else nothing. */
export function markIf(condition: boolean, text: string): Draft {
  return condition ? mark(text) : null;
}

/** A plain line where the condition holds; else nothing. */
export function lineIf(condition: boolean, text: string): Draft {
  return condition ? text : null;
}
