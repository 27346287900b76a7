import { browser, type Runtime } from '../browser.ts';
import { isOurs } from './is-ours.ts';

/**
 * Has an update wait until no DevTools and no panel are open: it would end all that they recorded. By itself Firefox
 * does not wait. Should the background be ended meanwhile, the browser installs the update in its own time, at its next
 * start at the latest.
 */
export function updateWhenUnwatched(): void {
  /** Each DevTools page and each panel has one or more as long as it lives. */
  const ports = new Set<Runtime.Port>();
  let isUpdateHere = false;
  const updateIfUnwatched = () => {
    if (isUpdateHere && ports.size === 0) browser.runtime.reload();
  };
  browser.runtime.onConnect.addListener((port) => {
    if (!isOurs(port.sender)) return;
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      updateIfUnwatched();
    });
  });
  browser.runtime.onUpdateAvailable.addListener(() => {
    isUpdateHere = true;
    updateIfUnwatched();
  });
}
