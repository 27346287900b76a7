import { versionFrom } from './processes.ts';
import type { Setup } from './server-under-test.ts';

/** nginx and Caddy serve twice: as a server with a recipe of its own, and as a development proxy. */
export const nginxVersion = () =>
  versionFrom('/usr/sbin/nginx', ['-v'], /nginx\/(\S+)/)?.replace(/^/, 'nginx ') ?? null;

/** @param inHttp what stands inside `http { }` */
export function nginxSetup(folder: string, inHttp: string): Setup {
  return {
    files: {
      'nginx.conf': `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
access_log off;
client_body_temp_path ${folder}/body;
proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/fastcgi;
uwsgi_temp_path ${folder}/uwsgi;
scgi_temp_path ${folder}/scgi;
${inHttp}
}
`,
    },
    command: ['/usr/sbin/nginx', '-e', 'stderr', '-p', folder, '-c', `${folder}/nginx.conf`],
  };
}

export const caddyVersion = () =>
  versionFrom('/usr/bin/caddy', ['version'], /^v?(\S+)/)?.replace(/^/, 'Caddy ') ?? null;

/** @param sites what follows the global options */
export function caddySetup(folder: string, sites: string, automaticHttps: 'on' | 'off'): Setup {
  const options = automaticHttps === 'off' ? '    admin off\n    auto_https off\n' : '    admin off\n';
  return {
    files: { Caddyfile: `{\n${options}}\n${sites}` },
    command: ['/usr/bin/caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  };
}
