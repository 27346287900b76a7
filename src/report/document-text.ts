import { markdown, plainText } from '../explain/rich-text.ts';
import { visible } from '../explain/visible.ts';
import type { Block, Document } from './document.ts';

/** A document as Markdown (CommonMark, as GitHub, GitLab, Jira and the like show it). */
export function toMarkdown(document: Document): string {
  return `${document.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `## ${markdown(block.text)}`;
    case 'heading':
      return `### ${markdown(block.text)}`;
    case 'paragraph':
      return markdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${markdown(item)}`).join('\n');
    case 'link':
      return `[${block.link.label}](${block.link.url})`;
    case 'code':
      return fenced(block.language, visibleLines(block.text));
  }
}

/** The fence is longer than any run of backticks in the text, so nothing in it can end it. */
function fenced(language: string, text: string): string {
  const longestRun = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A document as plain text, for a mail or a chat that shows Markdown as it is. */
export function toPlainText(document: Document): string {
  return `${document.map(blockPlain).join('\n\n')}\n`;
}

function blockPlain(block: Block): string {
  switch (block.kind) {
    case 'title':
      return underlined(plainText(block.text), '=');
    case 'heading':
      return underlined(plainText(block.text), '-');
    case 'paragraph':
      return plainText(block.text);
    case 'list':
      return block.items.map((item) => `* ${plainText(item)}`).join('\n');
    case 'link':
      return `${block.link.label}: ${block.link.url}`;
    case 'code':
      return visibleLines(block.text)
        .split('\n')
        .map((line) => (line === '' ? '' : `    ${line}`))
        .join('\n');
  }
}

function underlined(text: string, character: string): string {
  return `${text}\n${character.repeat(Math.min(text.length, 78))}`;
}

/** Line feeds and tabs stay; whatever else cannot be seen is shown as its code point. */
function visibleLines(text: string): string {
  return text.replace(/\n$/, '').split('\n').map(visibleButTabs).join('\n');
}

function visibleButTabs(line: string): string {
  return line.split('\t').map(visible).join('\t');
}
