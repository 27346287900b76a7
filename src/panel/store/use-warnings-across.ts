import { useEffect, useRef, useState } from 'react';
import type { Warning } from '../../judge/warning.ts';
import { warningsAcross } from '../../judge/warnings-across.ts';
import type { Judged } from '../verdict/judged.ts';
import { usePanelStore } from './use-panel.tsx';

/** Milliseconds between two looks at the whole list while requests come in. */
const lookEvery = 1000;

const none: ReadonlyMap<string, readonly Warning[]> = new Map();

/**
 * The warnings that only several exchanges show together, by the exchange's id. They need a look at the whole list, so
 * they follow it at a distance: at once after a pause, else once a second.
 */
export function useWarningsAcross(all: readonly Judged[]): ReadonlyMap<string, readonly Warning[]> {
  const { engine } = usePanelStore().host;
  const [warnings, setWarnings] = useState(none);
  const lookedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, lookedAt.current + lookEvery - performance.now());
    const timer = setTimeout(() => {
      setWarnings(
        warningsAcross(
          all.map(({ exchange }) => exchange),
          engine,
        ),
      );
      lookedAt.current = performance.now();
    }, wait);
    return () => clearTimeout(timer);
  }, [all, engine]);
  return warnings;
}
