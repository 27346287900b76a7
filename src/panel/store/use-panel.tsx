import { createContext, useContext, useSyncExternalStore } from 'react';
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

/** The panel's state; the component is shown anew when it changes. */
export function usePanelState(): PanelState {
  const store = usePanelStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}
