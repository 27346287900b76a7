import { beacon, eventSource, fetchText, xhr } from '../requests.js';

/** @import { Scenario } from '../scenario.js' */

/** @type {readonly Scenario[]} */
export const credentials = [
  {
    id: 'wildcard-with-credentials',
    title: 'Wildcard with credentials',
    expect: 'Blocked: * is not enough for a request with credentials; the API has to name the origin.',
    headersCanFix: true,
    run: (at) => fetchText(at.sameSite('/account'), { credentials: 'include' }),
    answers: () => ({
      '/account': { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } },
    }),
  },
  {
    id: 'missing-allow-credentials',
    title: 'No Access-Control-Allow-Credentials',
    expect: 'Blocked: the origin is right, but the API does not allow credentials.',
    headersCanFix: true,
    run: (at) => fetchText(at.sameSite('/account'), { credentials: 'include' }),
    answers: ({ origins }) => ({
      '/account': { headers: { 'Access-Control-Allow-Origin': origins.page, Vary: 'Origin' } },
    }),
  },
  {
    id: 'allow-credentials-capital',
    title: 'Access-Control-Allow-Credentials: True',
    expect: 'Blocked: only true in lower case counts, and some languages print it as True.',
    headersCanFix: true,
    run: (at) => fetchText(at.sameSite('/account'), { credentials: 'include' }),
    answers: ({ origins }) => ({
      '/account': {
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Credentials': 'True',
          Vary: 'Origin',
        },
      },
    }),
  },
  {
    id: 'allow-credentials-twice',
    title: 'Access-Control-Allow-Credentials twice',
    expect: 'Blocked: two lines become "true, true", and that is not true.',
    headersCanFix: true,
    run: (at) => fetchText(at.sameSite('/account'), { credentials: 'include' }),
    answers: ({ origins }) => ({
      '/account': {
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Credentials': ['true', 'true'],
          Vary: 'Origin',
        },
      },
    }),
  },
  {
    id: 'xhr-wildcard-with-credentials',
    title: 'XMLHttpRequest, wildcard with credentials',
    expect: 'Blocked: withCredentials is set, and * is not enough for that.',
    headersCanFix: true,
    run: (at) => xhr(at.sameSite('/account'), { withCredentials: true }),
    answers: () => ({ '/account': { headers: { 'Access-Control-Allow-Origin': '*' } } }),
  },
  {
    id: 'event-source-with-credentials',
    title: 'EventSource, credentials not allowed',
    expect: 'Blocked: the stream is opened with credentials, and the API does not allow them.',
    headersCanFix: true,
    run: (at) => eventSource(at.sameSite('/events'), { withCredentials: true }),
    answers: ({ origins }) => ({
      '/events': {
        headers: { 'Access-Control-Allow-Origin': origins.page, 'Content-Type': 'text/event-stream' },
        body: 'data: 12 products\n\n',
      },
    }),
  },
  {
    id: 'beacon-wildcard',
    title: 'sendBeacon with JSON, wildcard',
    expect: 'Blocked at the preflight: a beacon always brings credentials, and the collector answers *.',
    headersCanFix: true,
    run: (at) => beacon(at.api('/collect'), new Blob(['{"clicks":1}'], { type: 'application/json' })),
    answers: () => ({
      'OPTIONS /collect': {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'content-type' },
      },
      '/collect': { status: 204, headers: { 'Access-Control-Allow-Origin': '*' } },
    }),
  },
  {
    id: 'wildcard-lists-with-credentials',
    title: 'Wildcard header list with credentials',
    expect: 'Blocked: with credentials the * in Access-Control-Allow-Headers is a header of that name, nothing more.',
    headersCanFix: true,
    run: (at) => fetchText(at.sameSite('/account'), { credentials: 'include', headers: { 'X-Request-Id': '7' } }),
    answers: ({ origins }) => ({
      'OPTIONS /account': {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': origins.page,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Headers': '*',
        },
      },
      '/account': {
        headers: { 'Access-Control-Allow-Origin': origins.page, 'Access-Control-Allow-Credentials': 'true' },
      },
    }),
  },
];
