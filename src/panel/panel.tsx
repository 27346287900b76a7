import { useEffect, useRef } from 'react';
import { HelpView } from './help/help-view.tsx';
import { FileBanner } from './import/file-banner.tsx';
import { NothingInFile } from './import/nothing-in-file.tsx';
import { EndedBanner } from './override/ended-banner.tsx';
import { OverrideBanner } from './override/override-banner.tsx';
import { OverrideDialogs } from './override/override-dialogs.tsx';
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
import { usePanelKeys } from './use-panel-keys.ts';

/** The whole panel. */
export function Panel() {
  const store = usePanelStore();
  const listing = useListing();
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(() => store.start(), [store]);

  usePanelKeys(store, filterField);

  return (
    <div className={styles.panel}>
      <Toolbar listing={listing} filterField={filterField} />
      <div>
        <FileBanner />
        <OverrideBanner all={listing.all} />
        <EndedBanner />
        <Banners />
      </div>
      <main className={styles.main}>
        <h1 className="visually-hidden">CORS Lens</h1>
        <Content listing={listing} />
      </main>
      <StatusBar summary={listing.summary} shown={listing.shown} />
      <OverrideDialogs all={listing.all} />
    </div>
  );
}

function Content({ listing }: { readonly listing: Listing }) {
  const { view, host } = usePanelState();
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
}
