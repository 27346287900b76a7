import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = 'src/panel/gallery/gallery.html';

/** Serves the gallery: the panel as a plain web page, in every state, without an extension. */
// biome-ignore lint/style/noDefaultExport: Vite wants it
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  plugins: [react()],
  // Beside the extension's own cache, so that both servers can run at once.
  cacheDir: 'node_modules/.vite-gallery',
  publicDir: false,
  server: { port: 5174, open: `/${page}` },
  build: { outDir: '.cache/gallery', rolldownOptions: { input: page } },
});
