import { unseen } from '../explain/visible.ts';

/** Where a command is to be pasted. `posix` is sh, bash, zsh, dash, and Git's shell on Windows. */
export const shells = ['posix', 'cmd', 'powershell'] as const;

export type Shell = (typeof shells)[number];

/** No program can be given a NUL. */
const nul = /\0/g;

/** A line feed, or as many characters as follow each other of which none can be seen. */
const hidden = new RegExp(`\\n|(?:(?!\\n)(?:${unseen.source}))+`, 'gu');

/**
 * What has to stand before a command with a line feed in one of its words: bash's prompt looks for history expansions line by
 * line, and takes the second line of a quoted text for unquoted.
 */
export const lineFeedVariable = "lf='\n'";

/**
 * One word for a POSIX shell, on one line. Between single quotes nothing has a meaning, not even `!` at a prompt. What cannot be
 * seen is spelled out: a terminal acts on control characters when they are pasted, and others hide or turn what a reader sees.
 * Needs `lineFeedVariable` where the text has a line feed.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function posixWord(text: string): string {
  const quoted = text
    .replace(nul, '')
    .replaceAll("'", "'\\''")
    .replace(hidden, (run) => `'"${spelledOut(run)}"'`);
  return `'${quoted}'`;
}

/** Line feeds come by name: the shell would drop them at the end of a command's output. */
function spelledOut(run: string): string {
  if (run === '\n') return '$lf';
  const octal = Array.from(new TextEncoder().encode(run), (byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `$(printf '${octal.join('')}')`;
}

/**
 * One word for the prompt of Windows' cmd, for a program that reads its command line as Microsoft's C runtime does. The quotes
 * are escaped too, so that cmd sees no quoted part anywhere and takes every caret for an escape.
 *
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function cmdWord(text: string): string {
  const forTheRuntime = text
    .replace(nul, '')
    .replace(/(\\*)"/g, '$1$1\\"')
    .replace(/(\\+)$/, '$1$1');
  const forCmd = forTheRuntime
    .replace(/\r\n?/g, '\n')
    .replace(/[^\w\s\-:=+~'/.,?*]/g, '^$&')
    // A name with a caret in it is no variable's, so nothing is put in its place.
    .replace(/\^%(?=\w)/g, '%^')
    .replaceAll('\n', '^\n\n');
  return `^"${forCmd}^"`;
}

/**
 * One quoted value for a configuration that curl reads. Line breaks are written as escapes, so a line of the configuration
 * never begins with anything but an option.
 *
 * @see https://curl.se/docs/manpage.html#-K
 */
export function curlConfigValue(text: string): string {
  const escapes: Record<string, string> = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  return `"${text.replace(nul, '').replace(/[\\"\n\r\t\v]/g, (character) => escapes[character] ?? '')}"`;
}

/**
 * A comment's text, fit for every shell: where `#` begins none (zsh's prompt) the line is a wrong command, and nothing in it
 * may start another one.
 */
export function commentText(text: string): string {
  return text.replace(/[^\w .,:/=+@*?[\]~-]/g, '_');
}
