import { HarReading } from '../../exchange/har-reading.ts';
import type { HarMessage } from './har-message.ts';

// Reads an archive beside the panel, so that the panel goes on meanwhile. The file is its one message; to cancel, the
// panel ends the worker.

/** Bytes that are read at once. */
const partSize = 500_000;

/** Exchanges in one message. */
const portion = 500;

globalThis.addEventListener('message', ({ data }: MessageEvent<Blob>) => void read(data));

function tell(message: HarMessage): void {
  globalThis.postMessage(message);
}

async function read(file: Blob): Promise<void> {
  try {
    const { exchanges, ...about } = await readHar(file);
    for (let from = 0; from < exchanges.length; from += portion) {
      tell({ kind: 'exchanges', exchanges: exchanges.slice(from, from + portion) });
    }
    tell({ kind: 'read', about });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

async function readHar(file: Blob) {
  const reading = new HarReading();
  const decoder = new TextDecoder();
  // Not as a stream: Firefox gives that in one part.
  for (let from = 0; from < file.size; from += partSize) {
    const part = await file.slice(from, from + partSize).arrayBuffer();
    reading.push(decoder.decode(part, { stream: true }));
    tell({ kind: 'progress', bytes: Math.min(from + partSize, file.size) });
  }
  reading.push(decoder.decode());
  return reading.finish();
}
