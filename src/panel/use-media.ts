import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the list goes above the detail. The style sheets ask the same. */
const narrow = '(max-width: 600px)';

/** Whether the panel is too narrow for list and detail side by side. */
export function useIsNarrow(): boolean {
  return useMedia(narrow);
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
