import { createLiveHost, liveTabId } from './live-host.ts';
import { mountPanel } from './mount-panel.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const tabId = liveTabId();
mountPanel(root, tabId === null ? null : createLiveHost(tabId));
