import { type KeyboardEvent, useEffect, useRef } from 'react';
import { headlineId } from './detail/verdict-headline.tsx';
import { HelpView } from './help/help-view.tsx';
import styles from './panel.module.css';
import { RequestsView } from './requests-view.tsx';
import { AccessMissing } from './states/access-missing.tsx';
import { Banners } from './states/banners.tsx';
import { ForbiddenPage } from './states/forbidden-page.tsx';
import { NothingYet } from './states/nothing-yet.tsx';
import { StatusBar } from './status/status-bar.tsx';
import type { Listing } from './store/use-listing.ts';
import { useListing } from './store/use-listing.ts';
import { usePanelState, usePanelStore } from './store/use-panel.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';

/** The whole panel. */
export function Panel() {
  const store = usePanelStore();
  const state = usePanelState();
  const listing = useListing();
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(() => store.start(), [store]);

  function onKeyDown(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (find || (event.key === '/' && !typing)) {
      filterField.current?.focus();
      filterField.current?.select();
    } else if (event.key === 'Escape' && state.view.kind === 'help') {
      store.showRequests();
    } else if (event.key === 'Escape' && (state.filter !== '' || state.chips.size > 0)) {
      store.clearFilters();
    } else if (event.key === 'Escape' && isInDetail(event.target)) {
      document.querySelector<HTMLElement>('[data-list]')?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys that work everywhere in the panel
    <div className={styles.panel} onKeyDown={onKeyDown}>
      <Toolbar counts={listing.counts} filterField={filterField} />
      <div>
        <Banners />
      </div>
      <main className={styles.main}>
        <h1 className="visually-hidden">CORS Lens</h1>
        <Content listing={listing} />
      </main>
      <StatusBar summary={listing.summary} shown={listing.shown} />
    </div>
  );
}

function Content({ listing }: { readonly listing: Listing }) {
  const { view, host } = usePanelState();
  if (view.kind === 'help') return <HelpView article={view.article} />;
  if (listing.summary.requests > 0) return <RequestsView listing={listing} />;
  switch (host.access) {
    case 'missing':
      return <AccessMissing />;
    case 'forbidden':
      return <ForbiddenPage />;
    case 'granted':
      return <NothingYet />;
  }
}

function isInDetail(target: EventTarget): boolean {
  return target instanceof Element && document.getElementById(headlineId)?.parentElement?.contains(target) === true;
}
