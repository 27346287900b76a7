/**
 * Where everything of the playground lives. All of it is this machine; only scheme, host and port tell an origin from another.
 *
 * @typedef {object} Origins
 * @property {string} page The single-page app.
 * @property {string} api Its API: another origin on another site.
 * @property {string} sameSite A second API: another origin, but the same site as the page, so cookies travel.
 * @property {string} other A third server, for redirects.
 * @property {string} closed Nobody listens here.
 */

/**
 * The origins of a playground whose page has this port. The other ports follow it.
 *
 * @param {number} port
 * @returns {Origins}
 */
export function originsFrom(port) {
  return {
    page: `http://localhost:${port}`,
    api: `http://127.0.0.1:${port + 1}`,
    sameSite: `http://localhost:${port + 2}`,
    other: `http://127.0.0.1:${port + 3}`,
    closed: `http://127.0.0.1:${port + 4}`,
  };
}
