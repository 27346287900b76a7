/** What helps where headers do not, or what to know besides. A closed set: `advice-text.ts` has the words. */
export const adviceNames = [
  // Headers cannot help
  'mode-same-origin',
  'mode-no-cors',
  'scheme-without-cors',
  'redirect-has-credentials',
  'no-cors-redirect-mode',
  'null-origin-with-credentials',
  'not-a-server-origin',
  'preflight-unanswered',
  'no-answer',
  'local-network',
  'mixed-content',
  'content-security-policy',
  'redirect-mode-error',
  'redirect-invalid',
  'certificate',
  'network-trouble',
  'unsafe-port',
  'blocked-by-extension',
  'corp',
  'coep',
  'orb',
  'another-cause',
  // Besides headers
  'server-error-first',
  'login-first',
  'call-the-redirect-target',
  'redirect-target-too',
  'preflight-before-login',
  'null-origin-means-everyone',
  'method-in-capitals',
  'one-place-only',
  'max-age-delays-changes',
  'credentials-for-others',
] as const;

export type AdviceName = (typeof adviceNames)[number];
