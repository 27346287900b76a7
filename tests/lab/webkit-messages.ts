/** WebKit has no codes: its messages are told apart by their words. The first that fits counts. */
const classes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['MultipleOrigins', /Access-Control-Allow-Origin cannot contain more than one origin/],
  ['WildcardWithCredentials', /Cannot use wildcard in Access-Control-Allow-Origin/],
  ['OriginNotAllowed', /Origin .* is not allowed by Access-Control-Allow-Origin/],
  ['CredentialsNotAllowed', /Access-Control-Allow-Credentials is not "true"/],
  ['PreflightNotSuccessful', /Preflight response is not successful/],
  ['MethodNotAllowed', /is not allowed by Access-Control-Allow-Methods/],
  ['HeaderNotAllowed', /is not allowed by Access-Control-Allow-Headers/],
  ['InvalidHeaderValue', /Header Access-Control-Allow-(Methods|Headers) has an invalid value/],
  ['RedirectUrlHasCredentials', /redirection URL .* has credentials/],
  ['RedirectSchemeNotHttp', /not allowed to follow a cross-origin (?:CORS )?redirection/],
  ['TooManyRedirects', /cannot follow more than 20 redirections/],
  ['RedirectModeError', /Not allowed to follow a redirection while loading/],
  ['SchemeNotAllowed', /FTP URLs are disabled|only supported for HTTP/],
  ['NotAllowedToRequest', /Not allowed to request resource/],
  ['NetworkError', /Could not connect|Connection terminated unexpectedly|Could not parse HTTP response/],
  ['CrossOriginResourcePolicy', /violates the resource's Cross-Origin-Resource-Policy/],
  ['SameOriginMode', /Unsafe attempt to load URL/],
  ['RestrictedPort', /Not allowed to use restricted network port/],
  // Without a word on why: the request's mode forbids it, and it never left.
  ['FetchRefused', /Fetch API cannot load \S+\.$/],
];

/** The class of a console message of WebKit; null where it is about something else. */
export function classOfWebkitMessage(message: string): string | null {
  return classes.find(([, pattern]) => pattern.test(message))?.[0] ?? null;
}
