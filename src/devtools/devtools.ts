import { browser } from '../browser.ts';
import { canListen } from '../capture/listen.ts';
import { channelName } from '../messages.ts';
import { captureHere } from './capture-here.ts';
import { captureThroughBackground } from './capture-through-background.ts';
import { recordTab } from './record-tab.ts';

const { tabId } = browser.devtools.inspectedWindow;

void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');
recordTab(tabId, canListen ? captureHere : captureThroughBackground, new BroadcastChannel(channelName(tabId)));
