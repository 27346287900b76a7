import { fetchText, xhr } from '../requests.js';

/** @import { Scenario, Answer, Addresses } from '../scenario.js' */
/** @import { Origins } from '../origins.js' */

/** A PUT of JSON to the second API, which would itself answer as it should: only its preflight is at fault. */
const put = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{"quantity":2}' };

/**
 * @param {{ id: string, title: string, expect: string, headersCanFix: boolean, init?: RequestInit,
 *   preflight?: (at: Addresses) => Answer }} fault
 * @returns {Scenario}
 */
function faultyPreflight({ preflight, init = put, ...scenario }) {
  return {
    ...scenario,
    run: (at) => fetchText(at.sameSite('/orders/7'), init),
    answers: (at) => ({
      ...(preflight === undefined ? {} : { 'OPTIONS /orders/7': preflight(at) }),
      '/orders/7': {
        headers: {
          'Access-Control-Allow-Origin': at.origins.page,
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        },
      },
    }),
  };
}

/** What an OPTIONS answer needs for the PUT, but for the origin. */
const allowPut = { 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Allow-Headers': 'content-type' };

/** @type {readonly Scenario[]} */
export const preflightOrigin = [
  faultyPreflight({
    id: 'preflight-missing-allow-origin',
    title: 'Preflight without Access-Control-Allow-Origin',
    expect: 'Blocked: the answer to OPTIONS names no origin, so the PUT is never sent.',
    headersCanFix: true,
    preflight: () => ({ status: 204, headers: allowPut }),
  }),
  faultyPreflight({
    id: 'preflight-allow-origin-mismatch',
    title: 'Preflight for another origin',
    expect: 'Blocked: the answer to OPTIONS names another dev server, so the PUT is never sent.',
    headersCanFix: true,
    preflight: () => ({
      status: 204,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': 'http://localhost:5173' },
    }),
  }),
  faultyPreflight({
    id: 'preflight-multiple-allow-origin',
    title: 'Preflight with the header twice',
    expect: 'Blocked: the answer to OPTIONS has Access-Control-Allow-Origin from two places.',
    headersCanFix: true,
    preflight: ({ origins }) => ({
      status: 204,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': [origins.page, '*'] },
    }),
  }),
  faultyPreflight({
    id: 'preflight-invalid-allow-origin',
    title: 'Preflight with a host without scheme',
    expect: 'Blocked: the answer to OPTIONS names a host, and that is not an origin.',
    headersCanFix: true,
    preflight: ({ origins }) => ({
      status: 204,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': origins.page.replace('http:', '') },
    }),
  }),
  faultyPreflight({
    id: 'preflight-wildcard-with-credentials',
    title: 'Preflight with a wildcard, credentials wanted',
    expect: 'Blocked: the PUT would bring credentials, and * in the answer to OPTIONS is not enough for that.',
    headersCanFix: true,
    init: { ...put, credentials: 'include' },
    preflight: () => ({ status: 204, headers: { ...allowPut, 'Access-Control-Allow-Origin': '*' } }),
  }),
  faultyPreflight({
    id: 'preflight-missing-allow-credentials',
    title: 'Preflight without Access-Control-Allow-Credentials',
    expect: 'Blocked: the PUT would bring credentials, and the answer to OPTIONS does not allow them.',
    headersCanFix: true,
    init: { ...put, credentials: 'include' },
    preflight: ({ origins }) => ({
      status: 204,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': origins.page },
    }),
  }),
];

/** @type {(allow: Record<string, string>) => (at: { origins: Origins }) => Answer} */
const allowing =
  (allow) =>
  ({ origins }) => ({ status: 204, headers: { 'Access-Control-Allow-Origin': origins.page, ...allow } });

/** @type {readonly Scenario[]} */
export const preflightLists = [
  faultyPreflight({
    id: 'method-not-allowed',
    title: 'Method not allowed',
    expect: 'Blocked: the preflight allows GET and POST, and the page wants PUT.',
    headersCanFix: true,
    preflight: allowing({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'content-type',
    }),
  }),
  faultyPreflight({
    id: 'lower-case-patch',
    title: 'patch in lower case',
    expect: 'Blocked: fetch turns put into PUT but leaves patch as it is, and the preflight allows PATCH.',
    headersCanFix: true,
    init: { ...put, method: 'patch' },
    preflight: allowing({ 'Access-Control-Allow-Methods': 'PATCH', 'Access-Control-Allow-Headers': 'content-type' }),
  }),
  faultyPreflight({
    id: 'header-not-allowed',
    title: 'Request header not allowed',
    expect: 'Blocked: the page sends Authorization, and the preflight allows only content-type.',
    headersCanFix: true,
    init: { ...put, headers: { ...put.headers, Authorization: 'Bearer playground' } },
    preflight: allowing(allowPut),
  }),
  faultyPreflight({
    id: 'json-content-type',
    title: 'JSON without Access-Control-Allow-Headers',
    expect:
      'Blocked: a POST of application/json needs a preflight, and this one does not allow the content-type header.',
    headersCanFix: true,
    init: { ...put, method: 'POST' },
    preflight: allowing({ 'Access-Control-Allow-Methods': 'POST' }),
  }),
  faultyPreflight({
    id: 'unparsable-allow-methods',
    title: 'Unparsable Access-Control-Allow-Methods',
    expect: 'Blocked: a list of methods is separated by commas; a space in between makes it unreadable.',
    headersCanFix: true,
    preflight: allowing({ 'Access-Control-Allow-Methods': 'GET PUT', 'Access-Control-Allow-Headers': 'content-type' }),
  }),
  faultyPreflight({
    id: 'unparsable-allow-headers',
    title: 'Unparsable Access-Control-Allow-Headers',
    expect: 'Blocked: one entry with a colon spoils the whole list of headers.',
    headersCanFix: true,
    preflight: allowing({
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': 'content-type, x-id:',
    }),
  }),
  {
    id: 'xhr-upload-listener',
    title: 'XMLHttpRequest that watches its upload',
    expect: 'Blocked: a progress listener alone makes a simple POST ask first, and the API does not answer OPTIONS.',
    headersCanFix: false,
    run: (at) => xhr(at.api('/upload'), { method: 'POST', body: 'a file', watchUpload: true }),
    answers: () => ({ '/upload': { headers: { 'Access-Control-Allow-Origin': '*' } } }),
  },
  {
    id: 'several-faults',
    title: 'Several faults at once',
    expect:
      'Blocked at the first fault: no credentials, wrong method, a header missing, and the answer to the PUT is wrong too.',
    headersCanFix: true,
    run: (at) =>
      fetchText(at.sameSite('/orders/7'), {
        ...put,
        credentials: 'include',
        headers: { ...put.headers, 'X-Request-Id': '7' },
      }),
    answers: ({ origins }) => ({
      'OPTIONS /orders/7': {
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': 'content-type',
        },
      },
      '/orders/7': { headers: { 'Access-Control-Allow-Origin': `${origins.page}/` } },
    }),
  },
];

/** @type {readonly Scenario[]} */
export const preflightAnswers = [
  faultyPreflight({
    id: 'preflight-401',
    title: 'Preflight answered 401',
    expect: 'Blocked: the login check comes before CORS and refuses OPTIONS, which never carries a cookie or token.',
    headersCanFix: false,
    preflight: () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer' }, body: '{"error":"unauthorized"}' }),
  }),
  faultyPreflight({
    id: 'preflight-404',
    title: 'Preflight answered 404',
    expect: 'Blocked: the API has no route for OPTIONS, and its 404 has no CORS headers.',
    headersCanFix: false,
  }),
  faultyPreflight({
    id: 'preflight-405',
    title: 'Preflight answered 405',
    expect: 'Blocked: all headers are right, but a preflight has to be answered with a status of 200 to 299.',
    headersCanFix: false,
    preflight: ({ origins }) => ({
      status: 405,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': origins.page, Allow: 'GET, PUT' },
    }),
  }),
  faultyPreflight({
    id: 'preflight-500',
    title: 'Preflight answered 500',
    expect: 'Blocked: the server failed on OPTIONS, and its status is not one of 200 to 299.',
    headersCanFix: false,
    preflight: () => ({ status: 500, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{"error":"oops"}' }),
  }),
  faultyPreflight({
    id: 'preflight-redirect',
    title: 'Preflight answered with a redirect',
    expect: 'Blocked: a preflight may not be redirected, not even to the same path with a slash.',
    headersCanFix: false,
    preflight: (at) => ({
      status: 302,
      headers: { ...allowPut, 'Access-Control-Allow-Origin': at.origins.page, Location: at.sameSite('/orders/7/') },
    }),
  }),
];
