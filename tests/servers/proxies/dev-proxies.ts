import { npmVersions } from '../processes.ts';
import type { Places, ProxyUnderTest } from '../server-under-test.ts';
import { caddySetup, caddyVersion, nginxSetup, nginxVersion } from '../web-server-setup.ts';

const html = '<!doctype html><title>page</title><script type="module" src="./main.js"></script>\n';
const onItsOwnPage = (places: Places) => `http://localhost:${places.port}/`;
const throughThePage = (_places: Places, path: string) => path;
const env = { NEXT_TELEMETRY_DISABLED: '1', NEXT_ROOT: new URL('..', import.meta.url).pathname, PARCEL_WORKERS: '0' };

const vite: ProxyUnderTest = {
  id: 'vite',
  packages: [],
  standsAlone: false,
  version: () => npmVersions({ vite: 'Vite' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'index.html': html,
      'main.js': '',
      'vite.config.js': `import { defineConfig } from 'vite';
export default defineConfig({
${parts[0]}});
`,
    },
    command: ['npx', '--no-install', 'vite', '--port', String(port), '--strictPort'],
  }),
  address: throughThePage,
  page: onItsOwnPage,
};

const webpack: ProxyUnderTest = {
  id: 'webpack',
  packages: [],
  standsAlone: false,
  version: () => npmVersions({ webpack: 'webpack', 'webpack-dev-server': 'webpack-dev-server' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'static/index.html': '<!doctype html><title>page</title>\n',
      'main.js': '',
      'webpack.config.js': `export default {
  mode: 'development',
  entry: './main.js',
  devServer: {
    port: ${port},
    host: 'localhost',
    static: './static',
${parts[0]}  },
};
`,
      // Its own command line is a package apart.
      'start.js': `import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import config from './webpack.config.js';
const { devServer, ...compiler } = config;
await new WebpackDevServer(devServer, webpack(compiler)).start();
`,
    },
    command: ['node', 'start.js'],
  }),
  address: throughThePage,
  page: onItsOwnPage,
};

const nextjs: ProxyUnderTest = {
  id: 'nextjs-rewrites',
  packages: [],
  standsAlone: false,
  version: () => npmVersions({ next: 'Next.js' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'app/layout.jsx':
        'export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n',
      'app/page.jsx': 'export default function Page() { return <p>page</p>; }\n',
      'next.config.mjs': `export default {
turbopack: { root: process.env.NEXT_ROOT },
${parts[0]}};
`,
    },
    command: ['npx', '--no-install', 'next', 'dev', '--port', String(port), '--hostname', 'localhost'],
    env,
  }),
  address: throughThePage,
  page: onItsOwnPage,
};

const parcel: ProxyUnderTest = {
  id: 'parcel',
  packages: [],
  standsAlone: false,
  version: () => npmVersions({ parcel: 'Parcel' }),
  setup: ({ port }, parts) => ({
    files: {
      'package.json': '{ "type": "module" }',
      'index.html': html,
      'main.js': '',
      '.proxyrc.json': parts[0] ?? '',
      // Parcel looks for its configuration where the lockfile is.
      'yarn.lock': '',
    },
    command: [
      'npx',
      '--no-install',
      'parcel',
      'serve',
      'index.html',
      '--port',
      String(port),
      '--no-hmr',
      '--cache-dir',
      '.parcel-cache',
    ],
    env,
  }),
  address: throughThePage,
  page: onItsOwnPage,
};

const caddy: ProxyUnderTest = {
  id: 'caddy-proxy',
  packages: ['caddy'],
  standsAlone: true,
  version: caddyVersion,
  setup: ({ folder }, parts) => caddySetup(folder, parts[0] ?? '', 'on'),
  address: throughThePage,
  page: onItsOwnPage,
};

const nginx: ProxyUnderTest = {
  id: 'nginx-proxy',
  packages: ['nginx-light'],
  standsAlone: true,
  version: nginxVersion,
  setup: ({ folder }, parts) => nginxSetup(folder, parts[0] ?? ''),
  address: throughThePage,
  page: onItsOwnPage,
};

const corsAnywhere: ProxyUnderTest = {
  id: 'cors-anywhere',
  packages: [],
  standsAlone: true,
  version: () => npmVersions({ 'cors-anywhere': 'cors-anywhere' }),
  setup: (_places, parts) => ({
    files: { 'package.json': '{}', 'cors-proxy.mjs': parts[0] ?? '' },
    command: ['node', 'cors-proxy.mjs'],
  }),
  address: ({ port, upstream }, path) => `http://localhost:${port}/http://localhost:${upstream}${path}`,
  page: ({ page }) => `http://localhost:${page}/`,
  noCredentials: 'answers with *',
};

export const proxiesUnderTest = [vite, webpack, nextjs, parcel, caddy, nginx, corsAnywhere];
