import { versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { caddySetup, caddyVersion, nginxSetup, nginxVersion } from '../web-server-setup.ts';

const nginx: ServerUnderTest = {
  id: 'nginx',
  packages: ['nginx-light'],
  isProxy: true,
  version: nginxVersion,
  setup: ({ port, upstream, folder }, parts) =>
    nginxSetup(
      folder,
      `${parts?.[0] ?? ''}
server {
listen localhost:${port};
location / {
${parts?.[1] ?? ''}
proxy_pass http://localhost:${upstream};
}
}`,
    ),
};

const modules = '/usr/lib/apache2/modules';

const apache: ServerUnderTest = {
  id: 'apache',
  packages: ['apache2'],
  isProxy: true,
  version: () => versionFrom('/usr/sbin/apache2', ['-v'], /Apache\/(\S+)/)?.replace(/^/, 'Apache httpd ') ?? null,
  setup: ({ port, upstream, folder }, parts) => ({
    files: {
      'httpd.conf': `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/httpd.pid
ErrorLog /dev/stderr
Listen ${port}
LoadModule mpm_event_module ${modules}/mod_mpm_event.so
LoadModule authz_core_module ${modules}/mod_authz_core.so
LoadModule headers_module ${modules}/mod_headers.so
LoadModule rewrite_module ${modules}/mod_rewrite.so
LoadModule proxy_module ${modules}/mod_proxy.so
LoadModule proxy_http_module ${modules}/mod_proxy_http.so
<VirtualHost *:${port}>
${parts?.[0] ?? ''}
ProxyPass / http://localhost:${upstream}/ retry=0
</VirtualHost>
`,
    },
    command: ['/usr/sbin/apache2', '-D', 'FOREGROUND', '-f', `${folder}/httpd.conf`],
  }),
};

const caddy: ServerUnderTest = {
  id: 'caddy',
  packages: ['caddy'],
  isProxy: true,
  version: caddyVersion,
  setup: ({ port, upstream, folder }, parts) =>
    caddySetup(
      folder,
      `http://localhost:${port} {
${parts?.[0] ?? ''}
    reverse_proxy localhost:${upstream}
}
`,
      'off',
    ),
};

const haproxy: ServerUnderTest = {
  id: 'haproxy',
  packages: ['haproxy'],
  isProxy: true,
  version: () => versionFrom('/usr/sbin/haproxy', ['-v'], /version (\S+)/)?.replace(/^/, 'HAProxy ') ?? null,
  setup: ({ port, upstream }, parts) => ({
    files: {
      'haproxy.cfg': `defaults
    mode http
    timeout client 10s
    timeout connect 5s
    timeout server 10s

frontend api
    bind localhost:${port}
${parts?.[0] ?? ''}
    default_backend app

backend app
    server app localhost:${upstream}
`,
    },
    command: ['/usr/sbin/haproxy', '-db', '-f', 'haproxy.cfg'],
  }),
};

export const reverseProxies = [nginx, apache, caddy, haproxy];
