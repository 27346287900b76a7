import { memo, useEffect, useRef } from 'react';
import { NothingInFile } from './import/nothing-in-file.tsx';
import { OverrideAnnouncement } from './override/override-announcement.tsx';
import styles from './panel.module.css';
import { FileBanner, HelpView, OverrideBanners, OverrideDialogs } from './parts.ts';
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
import { usePanelKeys } from './use-panel-keys.ts';

/** The whole panel. */
export function Panel() {
  const store = usePanelStore();
  const { dialog, override } = usePanelState('dialog', 'override');
  const { host } = store;
  const listing = useListing();
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(() => store.start(), [store]);

  usePanelKeys(store, filterField);

  return (
    <div className={styles.panel}>
      <Toolbar listing={listing} filterField={filterField} />
      <div>
        {host.file !== null && <FileBanner />}
        <OverrideAnnouncement />
        {(override?.override || override?.ended) && <OverrideBanners all={listing.all} />}
        <Banners />
      </div>
      <main className={styles.main}>
        <h1 className="visually-hidden">CORS Lens</h1>
        <Content listing={listing} />
      </main>
      <StatusBar summary={listing.summary} shown={listing.shown} />
      {dialog && <OverrideDialogs all={listing.all} />}
    </div>
  );
}

/** Shown anew only with another list: what is typed into the filter changes the list a moment later. */
const Content = memo(function Content({ listing }: { readonly listing: Listing }) {
  const { view, host } = usePanelState('view', 'host');
  const { file } = usePanelStore().host;
  if (view.kind === 'help') return <HelpView at={view.at} />;
  if (listing.summary.requests > 0) return <RequestsView listing={listing} />;
  if (file !== null) return <NothingInFile />;
  switch (host.access) {
    case 'missing':
      return <AccessMissing />;
    case 'forbidden':
      return <ForbiddenPage />;
    case 'granted':
      return <NothingYet />;
  }
});
