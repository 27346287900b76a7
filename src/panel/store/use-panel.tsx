import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { PanelState } from './panel-state.ts';
import type { PanelStore } from './panel-store.ts';

const StoreContext = createContext<PanelStore | null>(null);

export const PanelStoreProvider = StoreContext.Provider;

/** The panel's store, for what the person does. */
export function usePanelStore(): PanelStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('A part of the panel is shown outside of it.');
  return store;
}

/** Some of the panel's state; the component is shown anew when that changes, and only then. */
export function usePanelState<Key extends keyof PanelState>(...keys: readonly Key[]): Pick<PanelState, Key> {
  const store = usePanelStore();
  const before = useRef(store.getState());
  return useSyncExternalStore(store.subscribe, () => {
    const now = store.getState();
    if (keys.some((key) => now[key] !== before.current[key])) before.current = now;
    return before.current;
  });
}
