import { type RefObject, useEffect } from 'react';
import { headlineId } from './detail/headline-id.ts';
import type { PanelStore } from './store/panel-store.ts';

/**
 * The keys that work wherever the focus is: `/` and Ctrl+F lead to the filter; Escape leaves the help view, then
 * empties the filters, then leads from the detail back to the list. What is not ours is left to DevTools.
 */
export function usePanelKeys(store: PanelStore, filterField: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
      const slash = event.key === '/' && !isTyping(event.target);
      if (find || slash) {
        filterField.current?.focus();
        filterField.current?.select();
      } else if (event.key !== 'Escape' || !goBack(store, event.target)) return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, filterField]);
}

/** One step back, and whether there was one. */
function goBack(store: PanelStore, from: EventTarget | null): boolean {
  const { view, filter, chips } = store.getState();
  if (view.kind === 'help') store.showRequests();
  else if (filter !== '' || chips.size > 0) store.clearFilters();
  else if (isInDetail(from)) document.querySelector<HTMLElement>('[data-list]')?.focus();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement ? target.type === 'text' : target instanceof HTMLTextAreaElement;
}

function isInDetail(target: EventTarget | null): boolean {
  return target instanceof Element && document.getElementById(headlineId)?.parentElement?.contains(target) === true;
}
