import { HeaderList } from '../cors/header-list.ts';
import type { HopNeeds } from './fix.ts';
import { hasPreflight } from './fix-preflight.ts';
import { responseOrigin } from './fix-response.ts';
import { expectedBy, type HopEvidence } from './hop-evidence.ts';
import { ignoringCase, tokensOf, union } from './token-list.ts';

/** What the page needs of the server of this hop, and what that server allows already. */
export function hopNeeds(evidence: HopEvidence, expose: readonly string[]): HopNeeds {
  const { hop } = evidence;
  const asked = new HeaderList(hop.preflight?.requestHeaders ?? []);
  const preflight = new HeaderList(hop.preflight?.response?.headers ?? []);
  const response = new HeaderList(hop.response?.headers ?? []);
  const origin = responseOrigin(evidence);
  return {
    origin,
    method: asked.get('access-control-request-method') ?? expectedBy(evidence, 'preflight-method')[0] ?? hop.method,
    requestHeaders: hasPreflight(evidence) || hop.preflight ? requestHeaders(asked, evidence) : [],
    credentialed: evidence.credentialed,
    exposedHeaders: expose,
    allowed: {
      origins: allowedOrigins([preflight, response], origin),
      methods: named(preflight.get('access-control-allow-methods')),
      requestHeaders: named(preflight.get('access-control-allow-headers')),
      exposedHeaders: named(response.get('access-control-expose-headers')),
      credentials: [preflight, response].some(allowsCredentials),
    },
  };
}

function requestHeaders(asked: HeaderList, evidence: HopEvidence): string[] {
  const names = [...asked.getAll('access-control-request-headers'), ...expectedBy(evidence, 'preflight-headers')];
  return union(names.flatMap(tokensOf), [], ignoringCase);
}

function named(list: string | null): string[] {
  return tokensOf(list).filter((member) => member !== '*');
}

/** Next to `*` it never had an effect. */
function allowsCredentials(answer: HeaderList): boolean {
  return answer.get('access-control-allow-credentials') === 'true' && answer.get('access-control-allow-origin') !== '*';
}

/** What stands in `Access-Control-Allow-Origin` besides the origin that asks: someone else's access, which must not get lost. */
function allowedOrigins(answers: readonly HeaderList[], origin: string): string[] {
  const values = answers.flatMap((answer) => answer.getAll('access-control-allow-origin'));
  return union(values, []).filter((value) => value !== origin && value !== 'null' && isOriginOrWildcard(value));
}

function isOriginOrWildcard(value: string): boolean {
  return value === '*' || (URL.canParse(value) && new URL(value).origin === value);
}
