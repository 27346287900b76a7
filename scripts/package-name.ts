import manifest from '../manifest.json' with { type: 'json' };

export const storeFolder = 'dist/store';

/** The file name of a package: `chrome` and `firefox` are what the stores offer, `source` is for their reviewers. */
export function packageName(kind: 'chrome' | 'firefox' | 'source'): string {
  return `cors-lens-${manifest.version}-${kind}.zip`;
}
