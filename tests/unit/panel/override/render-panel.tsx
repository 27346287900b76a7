import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { OverrideState } from '../../../../src/override/override.ts';
import { GalleryHost } from '../../../../src/panel/gallery/gallery-host.ts';
import type { GalleryOverrides } from '../../../../src/panel/gallery/gallery-overrides.ts';
import { PanelStore } from '../../../../src/panel/store/panel-store.ts';
import { PanelStoreProvider } from '../../../../src/panel/store/use-panel.tsx';

afterEach(cleanup);

/** Shows a part of the panel, with an override host of which a test knows the state. */
export function renderPart(part: ReactNode, override?: OverrideState): GalleryOverrides {
  const state = { id: 'test', title: 'A test', observations: [] };
  const host = new GalleryHost(override ? { ...state, override: () => override } : state);
  const store = new PanelStore(host, localStorage);
  store.start();
  render(<PanelStoreProvider value={store}>{part}</PanelStoreProvider>);
  return host.overrides;
}
