import type { AdviceName } from './advice-name.ts';
import type { Fix } from './fix.ts';

/** What is cured in the page's own code or policy, or by the person at the browser, with nothing to do on the server. */
const notTheServer: ReadonlySet<AdviceName> = new Set<AdviceName>([
  'mode-same-origin',
  'redirect-mode-manual',
  'no-cors-redirect-mode',
  'redirect-mode-error',
  'null-origin-with-credentials',
  'content-security-policy',
  'local-network',
  'unsafe-port',
  'blocked-by-extension',
  'offline',
  'cancelled',
  'proxy-login',
]);

/** Whether the people who run the server can do something about it. */
export function concernsServer(fix: Fix): boolean {
  return (
    fix.kind === 'headers' || (fix.kind === 'not-by-headers' && !fix.advice.every(({ name }) => notTheServer.has(name)))
  );
}
