import { corsCheck } from './cors-check.ts';
import type { Engine, PreflightStep } from './engine.ts';
import { type Finding, fail, pass } from './finding.ts';
import type { HeaderList } from './header-list.ts';
import { isSafelistedMethod } from './methods.ts';
import { isRedirectStatus } from './redirect.ts';
import type { RedirectMode } from './request.ts';
import type { ServerResponse } from './server.ts';
import { parseTokenList, type TokenList } from './token.ts';

/** What a preflight asks permission for. */
export interface PreflightQuestion {
  /** The origin that the preflight names, and that its answer must allow. */
  readonly origin: string;
  /** Whether it goes to the page's own origin, as it does when redirects have led there. */
  readonly isSameOrigin: boolean;
  readonly credentialed: boolean;
  readonly method: string;
  /** Lower case, sorted, each once. */
  readonly unsafeHeaders: readonly string[];
  /** The redirect mode of the request that it is for. */
  readonly redirect: RedirectMode;
}

/**
 * The checks of a preflight's answer, in the engine's order. All are made, so that one look shows everything there is
 * to fix.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightChecks(question: PreflightQuestion, response: ServerResponse, engine: Engine): Finding[] {
  const lists = readLists(response.headers);
  const findings: Finding[] = [];
  for (const step of engine.preflightOrder) findings.push(...checkStep(step, question, response, lists, engine));
  return findings;
}

function checkStep(
  step: PreflightStep,
  question: PreflightQuestion,
  response: ServerResponse,
  lists: PreflightLists,
  engine: Engine,
): Finding[] {
  switch (step) {
    case 'redirect':
      return [checkRedirect(question, response, engine)];
    case 'cors-check':
      if (question.isSameOrigin && !engine.preflightToOwnOriginIsChecked) return [];
      return corsCheck(question.origin, question.credentialed, response.headers, 'preflight', engine);
    case 'status':
      return [checkStatus(response.status)];
    case 'parse-methods':
      return [checkSyntax(lists.methods)];
    case 'parse-headers':
      return [checkSyntax(lists.headers)];
    case 'method':
      return [checkMethod(question, lists.methods)];
    case 'headers':
      return [checkHeaders(question, lists.headers)];
  }
}

/** Whether an answer to a preflight with this status is a redirect to the engine, if it says where to. */
export function mayBeRedirected({ redirect }: PreflightQuestion, { status }: ServerResponse, engine: Engine): boolean {
  return isRedirectStatus(status) && (redirect === 'follow' || !engine.preflightRedirectByMode);
}

function checkRedirect(question: PreflightQuestion, response: ServerResponse, engine: Engine): Finding {
  const location = response.headers.get('location');
  const evidence = {
    name: 'preflight-redirect',
    header: null,
    value: String(response.status),
    expected: null,
    anchor: 'cors-preflight-fetch-0',
  } as const;
  const leadsOn = location !== null && (location !== '' || engine.emptyLocation === 'refused');
  return leadsOn && mayBeRedirected(question, response, engine)
    ? fail({ ...evidence, header: 'location', value: location }, 'PreflightDisallowedRedirect')
    : pass(evidence);
}

function checkStatus(status: number): Finding {
  const evidence = {
    name: 'preflight-status',
    header: null,
    value: String(status),
    expected: '200 to 299',
    anchor: 'cors-preflight-fetch-0',
  } as const;
  return status >= 200 && status <= 299 ? pass(evidence) : fail(evidence, 'PreflightInvalidStatus');
}

/** One of the two lists in a preflight's answer. */
interface AllowList extends Pick<TokenList, 'tokens' | 'invalid'> {
  readonly header: string;
  readonly value: string | null;
}

interface PreflightLists {
  readonly methods: AllowList;
  readonly headers: AllowList;
}

function readLists(headers: HeaderList): PreflightLists {
  return {
    methods: readList(headers, 'access-control-allow-methods'),
    headers: readList(headers, 'access-control-allow-headers'),
  };
}

function readList(headers: HeaderList, header: string): AllowList {
  const value = headers.get(header);
  const { tokens, invalid } = parseTokenList(value);
  return { header, value, tokens, invalid };
}

function checkSyntax({ header, value, invalid }: AllowList): Finding {
  const isMethods = header === 'access-control-allow-methods';
  const evidence = {
    name: isMethods ? 'preflight-parse-methods' : 'preflight-parse-headers',
    header,
    value,
    expected: null,
    anchor: 'cors-preflight-fetch-0',
  } as const;
  if (invalid === null) return pass(evidence);
  return fail(
    evidence,
    isMethods ? 'InvalidAllowMethodsPreflightResponse' : 'InvalidAllowHeadersPreflightResponse',
    invalid,
  );
}

/** Whether a list names `*` and may mean it: with credentials it is only a name like any other. */
export function allowsAll(tokens: readonly string[], credentialed: boolean): boolean {
  return !credentialed && tokens.includes('*');
}

function checkMethod({ method, credentialed }: PreflightQuestion, { header, value, tokens }: AllowList): Finding {
  const evidence = {
    name: 'preflight-method',
    header,
    value,
    expected: method,
    anchor: 'cors-preflight-fetch-0',
  } as const;
  const allowed = isSafelistedMethod(method) || tokens.includes(method) || allowsAll(tokens, credentialed);
  return allowed ? pass(evidence) : fail(evidence, 'MethodDisallowedByPreflightResponse', method);
}

function checkHeaders(
  { unsafeHeaders, credentialed }: PreflightQuestion,
  { header, value, tokens }: AllowList,
): Finding {
  const evidence = {
    name: 'preflight-headers',
    header,
    value,
    expected: unsafeHeaders.join(', '),
    anchor: 'cors-preflight-fetch-0',
  } as const;
  const missing = missingHeaders(unsafeHeaders, tokens, credentialed);
  const [first] = missing;
  return first === undefined ? pass(evidence) : fail(evidence, 'HeaderDisallowedByPreflightResponse', first);
}

/**
 * The header names that the list does not allow, in their order. `*` covers `Authorization` too: the standard says
 * otherwise, and no engine follows it there.
 */
export function missingHeaders(
  unsafeHeaders: readonly string[],
  allowed: readonly string[],
  credentialed: boolean,
): readonly string[] {
  if (unsafeHeaders.length === 0 || allowsAll(allowed, credentialed)) return [];
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  return unsafeHeaders.filter((name) => !names.has(name));
}
