import { createLiveHost, liveTabId } from './live-host.ts';
import { mountPanel } from './mount-panel.tsx';
import { mountWithoutTab } from './mount-without-tab.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const tabId = liveTabId();
if (tabId === null) mountWithoutTab(root);
else mountPanel(root, createLiveHost(tabId));
