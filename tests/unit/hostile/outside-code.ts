/**
 * What of a Markdown text is no code, as CommonMark has it: fenced blocks, code spans and escaped characters are taken
 * out. What is left is what could still act. Written from the standard, not from the code under test.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function outsideCode(markdown: string): string {
  return withoutFences(markdown)
    .split(/\n{2,}|\n(?=- )/)
    .map(withoutSpans)
    .join('\n\n');
}

function withoutFences(markdown: string): string {
  const left: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    if (fence === null) {
      fence = /^ {0,3}(`{3,})[^`]*$/.exec(line)?.[1] ?? null;
      if (fence === null) left.push(line);
      continue;
    }
    const closing = /^ {0,3}(`{3,})\s*$/.exec(line)?.[1];
    if (closing !== undefined && closing.length >= fence.length) fence = null;
  }
  if (fence !== null) left.push('```'); // never closed: whatever follows would be swallowed
  return left.join('\n');
}

function withoutSpans(block: string): string {
  let left = '';
  for (let at = 0; at < block.length; ) {
    if (block[at] === '\\' && /[!-/:-@[-`{-~]/.test(block[at + 1] ?? '')) {
      at += 2;
      continue;
    }
    const run = /^`+/.exec(block.slice(at))?.[0];
    if (run === undefined) {
      left += block[at++];
      continue;
    }
    const end = closingRun(block, at + run.length, run.length);
    if (end === null) left += run;
    at = end ?? at + run.length;
  }
  return left;
}

/** Behind the next run of exactly so many backticks; null where there is none. */
function closingRun(block: string, from: number, length: number): number | null {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let run = runs.exec(block); run !== null; run = runs.exec(block)) {
    if (run[0].length === length) return run.index + length;
  }
  return null;
}
