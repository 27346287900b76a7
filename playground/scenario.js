/** @import { OutgoingHttpHeaders } from 'node:http' */
/** @import { Origins } from './origins.js' */
/** @import { Seen } from './requests.js' */

/**
 * What a server answers. The server adds `Cache-Control: no-store`, a `Content-Type` and a body where there is none.
 * A header with a list of values is sent as that many lines. Instead of an answer:
 * - `hang up` closes the connection unanswered
 * - `never` leaves the request waiting
 *
 * @typedef {object} Message
 * @property {number} [status]
 * @property {OutgoingHttpHeaders} [headers]
 * @property {string | Uint8Array} [body]
 * @property {number} [after] Milliseconds that the server takes for it.
 * @property {boolean} [cutOff] Closes the connection behind the body, whatever the headers announce.
 *
 * @typedef {Message | 'hang up' | 'never'} Answer
 */

/**
 * What the server sees of a request.
 *
 * @typedef {object} Asked
 * @property {string | undefined} origin
 * @property {string | undefined} cookie
 */

/**
 * A scenario's addresses: each function makes the URL of a path on one of the servers. The path starts with the scenario's
 * id, and the query names the run, so that no run meets what a browser kept from an earlier one.
 *
 * @typedef {{ [server in keyof Origins]: (path: string) => string } & { origins: Origins }} Addresses
 */

/**
 * One kind of verdict: the request that the page makes, and what the servers answer.
 *
 * @typedef {object} Scenario
 * @property {string} id Its place in the page's URL and in the path of each of its requests.
 * @property {string} title
 * @property {string} expect What to expect and why, in one sentence.
 * @property {boolean} headersCanFix A browser blocks it, and `Access-Control-*` response headers alone would let it through,
 *   with statuses and redirects as they are, to what the page asked for: to let code read a login page cures nothing. Behind a
 *   redirect the next fault may show only once the first is fixed.
 * @property {readonly ('chromium' | 'firefox' | 'webkit')[]} [blockedOnlyBy] The engines that block it, where not all agree.
 * @property {(at: Addresses) => Promise<Seen | Seen[]>} run Makes the requests; resolves when they have ended, well or not.
 * @property {(at: Addresses) => Routes} answers
 */

/**
 * Answers by path, the same on each server. A preflight is answered by `OPTIONS /path`; without such a route by a 404.
 *
 * @typedef {Record<string, Answer | ((asked: Asked) => Answer)>} Routes
 */

/**
 * @param {string} id The scenario's.
 * @param {Origins} origins
 * @param {string} run What makes this run's URLs new; empty for none.
 * @returns {Addresses}
 */
export function addressesOf(id, origins, run) {
  const on = (/** @type {string} */ origin) => (/** @type {string} */ path) =>
    `${origin}/${id}${path}${run === '' ? '' : `?run=${run}`}`;
  return {
    origins,
    page: on(origins.page),
    api: on(origins.api),
    sameSite: on(origins.sameSite),
    other: on(origins.other),
    closed: on(origins.closed),
  };
}
