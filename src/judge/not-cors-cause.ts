/** What people take for CORS. A closed set: `explain` has the words for each. */
export const notCorsCauses = [
  'server-error-page',
  'login-page',
  'connection-refused',
  'connection-closed',
  'name-not-resolved',
  'timed-out',
  'offline',
  'certificate',
  'no-secure-connection',
  'invalid-response',
  'mixed-content',
  'content-security-policy',
  'local-network-access',
  'corp',
  'coep',
  'orb',
  'blocked-by-extension',
  'redirect-mode-error',
  'redirect-invalid',
  'too-many-redirects',
  'unsafe-port',
  'aborted',
  'other-network-error',
] as const;

export type NotCorsCause = (typeof notCorsCauses)[number];
