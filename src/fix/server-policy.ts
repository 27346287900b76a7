import type { HeadersFix, HopFix, HopNeeds } from './fix.ts';
import { sensibleMaxAge } from './header-names.ts';
import { isPlainOrigin, isPlainToken } from './plain-value.ts';
import { ignoringCase, union } from './token-list.ts';

/** One configuration for one server: allow what this page needs, and keep what is allowed already. Recipes are made of it. */
export interface ServerPolicy {
  /** The server's origin. */
  readonly target: string;
  /** Allowed origins; empty where `anyOrigin`. */
  readonly origins: readonly string[];
  /** Everyone may read, without credentials: `*`. Only where the server says so already, or the page's origin is `null`. */
  readonly anyOrigin: boolean;
  readonly methods: readonly string[];
  /** Request header names, in lower case or as the server has them. */
  readonly requestHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly credentials: boolean;
  /** Nothing observable told whether the page includes credentials: if it does, `credentials` has to be true. */
  readonly credentialsUnknown: boolean;
  /** Seconds. */
  readonly maxAge: number;
  /** Paths of the URLs that were asked for, without query. */
  readonly paths: readonly string[];
  /** Origins, methods and header names that no recipe can hold safely, and that are therefore not in this policy. */
  readonly leftOut: readonly string[];
}

/**
 * The fixes of several exchanges as configurations, one per server, in the order in which the servers come up. What cannot be
 * written into a configuration file safely is left out, and named. A server whose own origin is of that kind has none.
 */
export function mergeFixes(fixes: readonly HeadersFix[]): ServerPolicy[] {
  const byTarget = new Map<string, HopFix[]>();
  for (const hop of fixes.flatMap((fix) => fix.hops)) {
    const target = URL.canParse(hop.url) ? new URL(hop.url).origin : 'null';
    if (!isPlainOrigin(target)) continue;
    byTarget.set(target, [...(byTarget.get(target) ?? []), hop]);
  }
  return [...byTarget].map(([target, hops]) => policyOf(target, hops));
}

/** The methods that pass without being listed, and that a list without them would puzzle people by. */
const usualMethods = ['GET', 'HEAD'];

function policyOf(target: string, hops: readonly HopFix[]): ServerPolicy {
  const needs = hops.map((hop) => hop.needs);
  const credentials = needs.some((need) => need.credentialed === true || need.allowed.credentials);
  const asking = union(
    collect(needs, (need) => [need.origin]),
    collect(needs, (need) => need.allowed.origins),
  );
  const anyOrigin = !credentials && (asking.includes('null') || asking.includes('*'));
  const origins = anyOrigin ? [] : asking.filter((origin) => origin !== 'null' && origin !== '*');
  const methods = union(
    union(
      usualMethods,
      collect(needs, (need) => need.allowed.methods),
    ),
    collect(needs, (need) => [need.method]),
  );
  const requestHeaders = mergedNames(needs, (need) => [...need.allowed.requestHeaders, ...need.requestHeaders]);
  const exposedHeaders = mergedNames(needs, (need) => [...need.allowed.exposedHeaders, ...need.exposedHeaders]);
  return {
    target,
    origins: origins.filter(isPlainOrigin),
    anyOrigin,
    methods: methods.filter(isPlainToken),
    requestHeaders: requestHeaders.filter(isPlainToken),
    exposedHeaders: exposedHeaders.filter(isPlainToken),
    credentials,
    credentialsUnknown: !credentials && !anyOrigin && needs.some((need) => need.credentialed === null),
    maxAge: sensibleMaxAge,
    paths: union(
      hops.map((hop) => new URL(hop.url).pathname),
      [],
    ),
    leftOut: [
      ...origins.filter((origin) => !isPlainOrigin(origin)),
      ...[...methods, ...requestHeaders, ...exposedHeaders].filter((token) => !isPlainToken(token)),
    ],
  };
}

function collect(needs: readonly HopNeeds[], part: (need: HopNeeds) => readonly string[]): string[] {
  return needs.flatMap(part);
}

function mergedNames(needs: readonly HopNeeds[], part: (need: HopNeeds) => readonly string[]): string[] {
  return union(collect(needs, part), [], ignoringCase);
}
