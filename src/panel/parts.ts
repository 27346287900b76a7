import { onDemand } from './part/on-demand.tsx';
import { Part } from './part/part.ts';

// What opening the panel does not load: in the build, the help is a file of its own, and all else another (scripts/panel-chunks.ts).

/** Everything about the selected request. */
export const ExchangeDetail = onDemand(async () => (await import('./detail/exchange-detail.tsx')).ExchangeDetail);

/** The help articles. */
export const HelpView = onDemand(async () => (await import('./help/help-view.tsx')).HelpView);

/** The three cards below an empty list. */
export const CardList = onDemand(async () => (await import('./help/card-list.tsx')).CardList);

/** What says that an override is on. */
export const OverrideBanners = onDemand(async () => (await import('./override/override-banners.tsx')).OverrideBanners);

/** The dialogs about the override. */
export const OverrideDialogs = onDemand(async () => (await import('./override/override-dialogs.tsx')).OverrideDialogs);

/** A request as a curl command. */
export const curl = new Part(() => import('../report/copy-as-curl.ts'));

/** What reads a HAR file. */
export const importing = new Part(() => import('./import/read-file.ts'));

/** What the export menu asks, and what saves the file. */
export const ExportForm = onDemand(async () => (await import('./export/export-form.tsx')).ExportForm);

/** What is said of a file that is shown. */
export const FileBanner = onDemand(async () => (await import('./import/file-banner.tsx')).FileBanner);
