import { allowOrigin } from './scenarios/allow-origin.js';
import { allowed } from './scenarios/allowed.js';
import { callers } from './scenarios/callers.js';
import { credentials } from './scenarios/credentials.js';
import { otherRules, serverTrouble } from './scenarios/not-cors.js';
import { preflightAnswers, preflightLists, preflightOrigin } from './scenarios/preflight.js';
import { redirects } from './scenarios/redirects.js';
import { warnings } from './scenarios/warnings.js';

/** @import { Scenario } from './scenario.js' */

/** @type {readonly { title: string, scenarios: readonly Scenario[] }[]} */
const groups = [
  { title: 'Allowed', scenarios: allowed },
  { title: 'Allowed, with a warning', scenarios: warnings },
  { title: 'Access-Control-Allow-Origin is wrong', scenarios: allowOrigin },
  { title: 'Credentials', scenarios: credentials },
  { title: 'Preflight: the origin', scenarios: preflightOrigin },
  { title: 'Preflight: methods and headers', scenarios: preflightLists },
  { title: 'Preflight: the status', scenarios: preflightAnswers },
  { title: 'Redirects', scenarios: redirects },
  { title: 'Not only fetch', scenarios: callers },
  { title: 'The server is the trouble', scenarios: serverTrouble },
  { title: 'Other rules than CORS', scenarios: otherRules },
];

/**
 * Every scenario, in the order of the page.
 *
 * @type {readonly (Scenario & { group: string })[]}
 */
export const scenarios = groups.flatMap(({ title, scenarios }) => scenarios.map((one) => ({ ...one, group: title })));
