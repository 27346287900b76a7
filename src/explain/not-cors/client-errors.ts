/** The statuses that people know by name, and what to do about them. */
export const clientErrors: Readonly<Record<number, { name: string; todo: string }>> = {
  400: { name: 'bad request', todo: 'Check what your code sends.' },
  401: { name: 'not signed in', todo: 'Check the token or the session that your code sends.' },
  403: { name: 'forbidden', todo: 'Check the access rules, and any firewall in front of the server.' },
  404: { name: 'not found', todo: 'Check the URL first.' },
  405: { name: 'method not allowed', todo: 'Check the method that your code uses.' },
  408: { name: 'timed out', todo: 'The server waited too long for the request.' },
  413: { name: 'too large', todo: 'The body is larger than the server, or a proxy in front of it, accepts.' },
  415: { name: 'unsupported type', todo: 'Check the Content-Type that your code sends.' },
  429: { name: 'too many requests', todo: 'Send fewer requests, or wait.' },
};
