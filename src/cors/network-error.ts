/** Why a request fails that is no question of CORS, as far as Fetch's own algorithms tell. */
export const networkErrors = [
  'invalid-url',
  'local-file',
  'unsafe-port',
  'connection-refused',
  'name-not-resolved',
  'connection-closed',
  'invalid-response',
  'content-length-mismatch',
  'stream-upload',
  'redirect-mode-error',
  'too-many-redirects',
  'invalid-redirect',
  'unsafe-redirect',
  'unknown-scheme',
  'empty-location',
  'several-locations',
  'redirect-with-credentials',
  'corp-not-same-origin',
  'corp-not-same-site',
  'proxy-authentication',
  'other',
] as const;

export type NetworkError = (typeof networkErrors)[number];
