import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mountPanel } from '../mount-panel.tsx';
import { fetchPartsAhead } from '../part/part.ts';
import { GalleryHost } from './gallery-host.ts';
import { galleryStates } from './gallery-states.ts';
import { StateIndex } from './state-index.tsx';

/** `?state=ID` shows the panel in one state and nothing else; without it, the list of states. */
const wanted = new URLSearchParams(location.search).get('state');
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

/** Presses one after the other, each as soon as it is there. */
async function press(selectors: readonly string[]): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const selector of selectors) {
    let button = document.querySelector<HTMLElement>(selector);
    for (; button === null; button = document.querySelector<HTMLElement>(selector)) await frame();
    button.click();
    await frame();
  }
}

const state = galleryStates.find(({ id }) => id === wanted);
if (state) {
  const host = new GalleryHost(state);
  mountPanel(root, state.withoutTab ? null : host);
  // For benchmarks and for trying things by hand.
  Object.assign(globalThis, { galleryHost: host });
  // Nothing of what is looked at is still on its way.
  void fetchPartsAhead()
    .then(() => press(state.press ?? []))
    .then(() => document.body.setAttribute('data-shown', state.id));
} else {
  createRoot(root).render(
    <StrictMode>
      <StateIndex states={galleryStates} />
    </StrictMode>,
  );
}
