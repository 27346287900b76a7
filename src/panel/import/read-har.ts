import type { Exchange } from '../../exchange/exchange.ts';
import type { HarContents } from '../../exchange/har-reading.ts';
import type { HarMessage } from './har-message.ts';

/**
 * Reads an archive in a worker.
 *
 * @param onProgress called with the share that was read, from 0 to 1
 * @param signal ends the reading at once
 * @throws {Error} whose message names what is wrong with the file, and where; the signal's reason when it was ended
 */
export function readHar(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<HarContents> {
  const worker = new Worker(new URL('./har-worker.ts', import.meta.url), { type: 'module' });
  const exchanges: Exchange[] = [];
  const reading = new Promise<HarContents>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The file could not be read.')));
    worker.addEventListener('message', ({ data }: MessageEvent<HarMessage>) => {
      switch (data.kind) {
        case 'progress':
          onProgress(file.size === 0 ? 1 : data.bytes / file.size);
          break;
        case 'exchanges':
          exchanges.push(...data.exchanges);
          break;
        case 'read':
          resolve({ ...data.about, exchanges });
          break;
        case 'failed':
          reject(new Error(data.message));
          break;
      }
    });
    worker.postMessage(file);
  });
  return reading.finally(() => worker.terminate());
}
