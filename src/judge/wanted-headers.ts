/** Headers that pages commonly read, and cannot unless they are exposed. */
const wanted = new Set([
  'content-disposition',
  'content-range',
  'deprecation',
  'etag',
  'link',
  'location',
  'ratelimit',
  'request-id',
  'retry-after',
  'sunset',
  'traceresponse',
  'www-authenticate',
]);

/** Headers of the server's own housekeeping, though their names begin with `x-`. */
const housekeeping =
  /^x-(?:accel-|akamai-|amz-|aspnet|azure-|backend|cache|cdn|cloud|content-type-options|dns-prefetch|download-options|edge-|envoy-|fastly|frame-options|generator|kong-|ms-|msedge|nf-|permitted-cross|powered-by|proxy|robots-tag|runtime|served-by|server|timer|turbo-|ua-compatible|varnish|vercel|webkit-csp|xss-protection)/;

/** Of the headers that script cannot read, those that a page is likely to want. */
export function wantedHeaders(hidden: readonly string[]): string[] {
  return hidden.filter(
    (name) => wanted.has(name) || name.startsWith('ratelimit-') || (name.startsWith('x-') && !housekeeping.test(name)),
  );
}
