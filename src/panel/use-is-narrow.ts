import { useSyncExternalStore } from 'react';

/** Below this width the list goes above the detail. The style sheets ask the same. */
const query = '(max-width: 600px)';

/** Whether the panel is too narrow for list and detail side by side. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
