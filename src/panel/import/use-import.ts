import { useCallback, useMemo, useRef, useState } from 'react';
import { importing } from '../parts.ts';
import type { FileHost } from './file-host.ts';

/** A file that is being read, or one that could not be. */
export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** The way of a file into the panel. */
export interface Import {
  readonly state: ImportState;
  /** The file that is shown; null while none is. */
  readonly host: FileHost | null;
  /** Reads a file and shows it. One that is still being read is given up. */
  open(file: File): void;
  /** Gives up reading, or takes notice of a failure. */
  cancel(): void;
  /** Shows the file no more. */
  close(): void;
}

const none: ImportState = { kind: 'none' };

export function useImport(): Import {
  const [state, setState] = useState<ImportState>(none);
  const [host, setHost] = useState<FileHost | null>(null);
  const reading = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    reading.current?.abort();
    setState(none);
  }, []);
  const open = useCallback((file: File) => {
    reading.current?.abort();
    reading.current = new AbortController();
    const { signal } = reading.current;
    const { name } = file;
    const onProgress = (share: number) => {
      if (!signal.aborted) setState({ kind: 'reading', name, share });
    };
    onProgress(0);
    const read = importing.load().then(({ readFile }) => readFile(file, onProgress, signal));
    read.then(
      (host) => {
        if (signal.aborted) return;
        setHost(host);
        setState(none);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setState({ kind: 'failed', name, message: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);
  const close = useCallback(() => setHost(null), []);
  return useMemo(() => ({ state, host, open, cancel, close }), [state, host, open, cancel, close]);
}
