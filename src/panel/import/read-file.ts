import { FileHost } from './file-host.ts';
import { readHar } from './read-har.ts';

/**
 * Reads a HAR file to show it. Its parameters and errors are those of `readHar`.
 */
export async function readFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileHost> {
  return new FileHost(file.name, await readHar(file, onProgress, signal));
}
