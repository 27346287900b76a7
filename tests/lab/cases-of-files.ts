import { readFile } from 'node:fs/promises';
import type { TruthCase, TruthFile } from '../truth/truth-case.ts';

/** The cases of truth files, or of files with one case per line, as the fuzzer prints them. */
export async function casesOf(paths: readonly string[]): Promise<TruthCase[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.flatMap((text) => {
    if (text.includes('"cases":')) return (JSON.parse(text) as TruthFile).cases;
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as TruthCase);
  });
}
