import { versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

const nginx: ServerUnderTest = {
  id: 'nginx',
  packages: ['nginx-light'],
  isProxy: true,
  version: () => versionFrom('/usr/sbin/nginx', ['-v'], /nginx\/(\S+)/)?.replace(/^/, 'nginx ') ?? null,
  setup: ({ port, upstream, folder }, parts) => ({
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
${parts?.[0] ?? ''}
server {
listen localhost:${port};
location / {
${parts?.[1] ?? ''}
proxy_pass http://localhost:${upstream};
}
}
}
`,
    },
    command: ['/usr/sbin/nginx', '-e', 'stderr', '-p', folder, '-c', `${folder}/nginx.conf`],
  }),
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
  version: () => versionFrom('/usr/bin/caddy', ['version'], /^v?(\S+)/)?.replace(/^/, 'Caddy ') ?? null,
  setup: ({ port, upstream, folder }, parts) => ({
    files: {
      Caddyfile: `{
    admin off
    auto_https off
}
http://localhost:${port} {
${parts?.[0] ?? ''}
    reverse_proxy localhost:${upstream}
}
`,
    },
    command: ['/usr/bin/caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  }),
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
