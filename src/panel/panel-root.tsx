import { useMemo } from 'react';
import type { PanelHost } from './host.ts';
import { DropArea } from './import/drop-area.tsx';
import { ImportProvider } from './import/import-context.ts';
import { ImportDialog } from './import/import-dialog.tsx';
import { useImport } from './import/use-import.ts';
import { Panel } from './panel.tsx';
import { NoTab } from './states/no-tab.tsx';
import { PanelStore } from './store/panel-store.ts';
import { PanelStoreProvider } from './store/use-panel.tsx';

/**
 * The panel with what it shows: an imported file while there is one, else the tab.
 *
 * @param live null where there is no tab: then only a file can be shown
 */
export function PanelRoot({ live }: { readonly live: PanelHost | null }) {
  const imported = useImport();
  const { host: file } = imported;
  const liveStore = useMemo(() => live && new PanelStore(live, localStorage), [live]);
  const fileStore = useMemo(() => file && new PanelStore(file, localStorage), [file]);
  const store = fileStore ?? liveStore;
  return (
    <ImportProvider value={imported}>
      <DropArea>
        {store === null ? (
          <NoTab />
        ) : (
          <PanelStoreProvider key={file?.file.name ?? 'live'} value={store}>
            <Panel />
          </PanelStoreProvider>
        )}
      </DropArea>
      <ImportDialog />
    </ImportProvider>
  );
}
