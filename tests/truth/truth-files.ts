import { readdirSync, readFileSync } from 'node:fs';
import type { TruthFile } from './truth-case.ts';

const folder = new URL('data/', import.meta.url);

/** Every file of recorded cases, in the order of their names. */
export function truthFiles(): TruthFile[] {
  return readdirSync(folder).toSorted().map(truthFile);
}

/** One file of recorded cases, such as `systematic.json`. */
export function truthFile(name: string): TruthFile {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as TruthFile;
}
