import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { classNames } from './scripts/class-names.ts';
import { nativeBrowser } from './scripts/native-browser.ts';
import { panelChunks } from './scripts/panel-chunks.ts';
import { panelSize } from './scripts/panel-size.ts';

const SITES = ['<all_urls>'];

/**
 * Modes: `chrome` and `firefox` are what ships. `chrome-test` and `firefox-test` differ in one thing: access to
 * sites is granted at installation, because a headless browser cannot answer the permission prompt.
 */
export default defineConfig(({ mode, command }) => {
  // What is built does not depend on where: a test runner, for one, sets another.
  if (command === 'build') process.env.NODE_ENV = 'production';
  const [browser, variant] = mode.split('-') as ['chrome' | 'firefox', 'test' | undefined];
  const accessAtInstall = variant === 'test' || command === 'serve';
  const { content_security_policy, ...rest } = manifest;
  return {
    plugins: [
      react(),
      nativeBrowser(),
      classNames('src'),
      panelChunks(),
      panelSize(),
      crx({
        browser: browser === 'firefox' ? 'firefox' : 'chrome',
        manifest: {
          ...rest,
          // For the frames of a page, which Firefox's DevTools give no way to.
          ...(browser === 'firefox' && { permissions: [...manifest.permissions, 'scripting'] }),
          // Hot reload needs a socket to the development server; what ships connects to nothing.
          ...(command === 'build' && { content_security_policy }),
          ...(accessAtInstall && { host_permissions: SITES, optional_host_permissions: [] }),
        } as ManifestV3Export,
      }),
    ],
    server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
    build: {
      outDir: `dist/${mode}`,
      license: { fileName: 'licenses.md' },
      // All of it is on the disk.
      modulePreload: false,
      // CRXJS reads only the pages that the manifest names; these are named by scripts.
      rolldownOptions: { input: { panel: 'src/panel/panel.html', access: 'src/devtools/access.html' } },
    },
  };
});
