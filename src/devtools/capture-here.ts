import { browser } from '../browser.ts';
import { listen } from '../capture/listen.ts';
import type { Capture } from './capture.ts';

/**
 * Chromium: the DevTools page listens itself. It lives exactly as long as DevTools do, so nothing is listened to
 * without them, and no service worker is needed, whose end would lose what was on its way to it.
 */
export const captureHere: Capture = (tabId, sink) => {
  const observe = sink.observe.bind(sink);
  let stop = listen(tabId, observe);
  sink.setConnected(true);
  // Chromium keeps a listener deaf that was added before access was granted.
  const listenAnew = () => {
    stop();
    stop = listen(tabId, observe);
  };
  browser.permissions.onAdded.addListener(listenAnew);
  return () => {
    browser.permissions.onAdded.removeListener(listenAnew);
    stop();
  };
};
