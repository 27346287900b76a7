import { code } from '../../../explain/quote.ts';
import type { RichText } from '../../../explain/rich-text.ts';
import { rich } from '../../../explain/rich-text.ts';
import { pathPrefix } from '../../path-prefix.ts';
import { isPlainOrigin } from '../../plain-value.ts';
import type { ServerPolicy } from '../../server-policy.ts';

/** One page and the one API that it shall reach through its own development server. */
export interface ProxyPlan {
  /** The page's origin. */
  readonly page: string;
  /** The API's origin. */
  readonly target: string;
  /** What the page's own paths to the API begin with. */
  readonly prefix: string;
  /** The API's paths do not begin so: the proxy has to take it away. */
  readonly stripsPrefix: boolean;
  /** Where a proxy of its own listens, on localhost; a bundler's proxy listens where the page is. */
  readonly port: number;
}

const defaultPort = 8080;

/**
 * How to reach a server through a proxy.
 *
 * @param port where a proxy of its own shall listen
 * @returns null where the page's origin cannot stand in a configuration
 */
export function proxyPlan(policy: ServerPolicy, page: string, port = defaultPort): ProxyPlan | null {
  if (!isPlainOrigin(page)) return null;
  const shared = pathPrefix(policy.paths);
  return { page, target: policy.target, prefix: shared ?? '/api', stripsPrefix: shared === null, port };
}

/** Why a proxy helps, and why it is no way to run a site. */
export const whyAProxy: RichText = rich`CORS is a rule of browsers: to the browser this proxy and the page are one origin, and the proxy, being no browser, may ask the API anything. Use it for development only: the page that you publish still needs the API's permission, and an open proxy can be misused.`;

/** What to change in the page's code. */
export function callThroughProxy(plan: ProxyPlan): RichText {
  return plan.stripsPrefix
    ? rich`In the page's code call ${code(`${plan.prefix}/…`)} in place of ${code(`${plan.target}/…`)}.`
    : rich`In the page's code call ${code(`${plan.prefix}/…`)} in place of ${code(`${plan.target}${plan.prefix}/…`)}.`;
}

/** The same for a proxy that listens for itself. */
export function openThroughProxy(plan: ProxyPlan): RichText {
  return rich`Then open ${code(`http://localhost:${plan.port}`)} in place of ${code(plan.page)}.`;
}
