import { readFile } from 'node:fs/promises';
import type { TruthCase, TruthFile, TruthOrigins } from '../truth/truth-case.ts';

/**
 * The cases of truth files, moved to the given origins; or of files with one case per line, as the fuzzer prints them: those
 * name no origins, and stay where they are.
 */
export async function casesOf(paths: readonly string[], origins: TruthOrigins): Promise<TruthCase[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.flatMap((text) => {
    if (text.includes('"cases":')) return moved(JSON.parse(text) as TruthFile, origins);
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as TruthCase);
  });
}

/** Every mention of the file's origins, in addresses and in headers, names the new ones. */
function moved({ cases, origins: from }: TruthFile, to: TruthOrigins): TruthCase[] {
  const names = ['PAGE', 'SITE', 'API', 'OTHER', 'PAGE80'] as const;
  const target = new Map(names.map((name) => [from[name], to[name]]));
  // A longer name of the same start, or one with another port, is another origin.
  const mention = new RegExp(
    `(?:${names.map((name) => from[name].replaceAll('.', String.raw`\.`)).join('|')})(?![\\w:])`,
    'g',
  );
  const text = JSON.stringify(cases).replace(mention, (origin) => target.get(origin) ?? origin);
  return JSON.parse(text) as TruthCase[];
}
