import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** A running gallery. */
export interface GalleryServer {
  /** The address of the gallery page; `?state=ID` shows one state. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the gallery on a free port, for tests and pictures. */
export async function startGallery(): Promise<GalleryServer> {
  const server = await createServer({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'error',
    server: { port: 0, strictPort: false, open: false, hmr: false, watch: null },
  });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The gallery has no address.');
  return { url: new URL('/src/panel/gallery/gallery.html', address).href, close: () => server.close() };
}
