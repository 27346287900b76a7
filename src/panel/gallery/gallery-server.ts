import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** A running gallery. */
export interface GalleryServer {
  /** The address of the gallery page; `?state=ID` shows one state. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the gallery and serves it on a free port, for tests and pictures. */
export async function startGallery(): Promise<GalleryServer> {
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'error', preview: { port: 0, strictPort: false, open: false } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The gallery has no address.');
  return { url: new URL('/src/panel/gallery/gallery.html', address).href, close: () => server.close() };
}
