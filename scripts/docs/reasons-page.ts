import { type Reason, reasons } from '../../src/cors/reason.ts';
import { reasonTable } from '../../src/cors/reason-table.ts';
import { titled } from '../../src/explain/header-name.ts';
import { code, markdownTable } from './markdown-table.ts';

const allowOrigin = 'Answer with the one origin that asks, and `Vary: Origin`';
const namedOrigin = 'Name the origin; `*` does not go with credentials';
const allowCredentials = 'Answer `Access-Control-Allow-Credentials: true`, or send no credentials';
const localNetwork =
  'No header helps: serve the page from the same network or over https, and allow the access when asked';

/** What changes the verdict, in a few words. The panel says it for the request at hand. */
const cures: Readonly<Record<Reason, string>> = {
  DisallowedByMode: "No header helps: do not ask for `mode: 'same-origin'`",
  InvalidResponse: 'Let the server answer with valid HTTP',
  WildcardOriginNotAllowed: namedOrigin,
  MissingAllowOriginHeader: allowOrigin,
  MultipleAllowOriginValues: 'Send one value, in one place',
  InvalidAllowOriginValue: allowOrigin,
  AllowOriginMismatch: allowOrigin,
  InvalidAllowCredentials: allowCredentials,
  CorsDisabledScheme: 'Ask for an http or https address',
  PreflightInvalidStatus: 'Answer `OPTIONS` with a 2xx status, before any login',
  PreflightDisallowedRedirect: 'Answer `OPTIONS` where it is asked; ask for the final address',
  PreflightWildcardOriginNotAllowed: namedOrigin,
  PreflightMissingAllowOriginHeader: allowOrigin,
  PreflightMultipleAllowOriginValues: 'Send one value, in one place',
  PreflightInvalidAllowOriginValue: allowOrigin,
  PreflightAllowOriginMismatch: allowOrigin,
  PreflightInvalidAllowCredentials: allowCredentials,
  InvalidAllowMethodsPreflightResponse: 'List methods with commas between them, without quotes',
  InvalidAllowHeadersPreflightResponse: 'List header names with commas between them, without quotes',
  MethodDisallowedByPreflightResponse: 'Add the method to the list',
  HeaderDisallowedByPreflightResponse: 'Add the header to the list',
  RedirectContainsCredentials: 'Take user name and password out of `Location`',
  InsecureLocalNetwork: localNetwork,
  InvalidLocalNetworkAccess:
    'No header helps: name the address space that the server is in, or none (`targetAddressSpace`)',
  LocalNetworkAccessPermissionDenied: localNetwork,
  NoCorsRedirectModeNotFollow: 'Let a `no-cors` request follow redirects',
};

/** Every reason with what the three browsers call it. */
export function reasonsPage(): string {
  return `# The reasons

Written by \`npm run docs\` from [src/cors/reason-table.ts](../src/cors/reason-table.ts); do not edit. The names are Chromium's
\`Network.CorsError\` names. An empty cell: that browser says nothing.

${markdownTable(['Reason', 'Header at fault', 'Firefox', 'WebKit', 'What helps', 'Standard'], reasons.map(row))}
`;
}

function row(reason: Reason): string[] {
  const { header, kind, anchor, firefox, mdn, webkitMessage } = reasonTable[reason];
  const page = `https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/${mdn}`;
  const standard =
    kind === 'local-network' ? 'https://wicg.github.io/local-network-access/' : 'https://fetch.spec.whatwg.org/';
  return [
    code(reason),
    header === null ? '' : code(titled(header)),
    firefox === null || mdn === null ? code(firefox ?? '') : `[${firefox}](${page})`,
    code(webkitMessage ?? ''),
    cures[reason],
    `[${anchor}](${standard}#${anchor})`,
  ];
}
