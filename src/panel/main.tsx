import type { PanelHost } from './host.ts';
import { mountPanel } from './mount-panel.tsx';

// To be one plain import as soon as the live host is there.
const hosts = import.meta.glob<{ createLiveHost(): PanelHost | Promise<PanelHost> }>([
  './live-host.ts',
  '../devtools/live-host.ts',
]);
const [load] = Object.values(hosts);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
if (load) {
  const { createLiveHost } = await load();
  mountPanel(root, await createLiveHost());
}
