import { browser } from '../browser.ts';
import { channelName } from '../messages.ts';
import { attendTab } from './attend-tab.ts';
import { captureThroughBackground } from './capture-through-background.ts';
import { recordTab } from './record-tab.ts';

const { tabId } = browser.devtools.inspectedWindow;

void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');
recordTab(tabId, captureThroughBackground, new BroadcastChannel(channelName(tabId)));
attendTab(tabId);
