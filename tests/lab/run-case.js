/**
 * Runs one truth case's request, in a page or in a worker, and tells what the script saw.
 * Served to the browsers as it is, hence plain JavaScript that imports nothing.
 *
 * @typedef {{kind: string, value?: string, type?: string}} Body
 * @typedef {{url: string, method?: string, headers?: [string, string][], mode?: RequestMode, credentials?: RequestCredentials,
 *   redirect?: RequestRedirect, keepalive?: boolean, body?: Body, withCredentials?: boolean, upload?: boolean, sync?: boolean,
 *   crossorigin?: string}} LabRequest
 * @typedef {{outcome: string, err?: string, status?: number, type?: string, readable?: boolean, exposedHeaders?: string[],
 *   redirected?: boolean}} ScriptSaw
 */

/** @param {Body | undefined} body @returns {any} */
function makeBody(body) {
  const value = body?.value ?? 'x';
  switch (body?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return value;
    case 'blob':
      return new Blob([value], body?.type === undefined ? {} : { type: body.type });
    case 'buffer':
      return new TextEncoder().encode(value).buffer;
    case 'urlencoded':
      return new URLSearchParams({ key: value });
    case 'formdata': {
      const form = new FormData();
      form.append('key', value);
      return form;
    }
    case 'stream':
      return new Blob([value]).stream();
    default:
      throw new Error(`no such body: ${body?.kind}`);
  }
}

/** @param {LabRequest} request @returns {Promise<ScriptSaw>} */
async function runFetch(request) {
  /** @type {RequestInit & {duplex?: string}} */
  const init = {};
  for (const key of /** @type {const} */ (['method', 'mode', 'credentials', 'redirect', 'keepalive'])) {
    if (request[key] !== undefined) Object.assign(init, { [key]: request[key] });
  }
  if (request.body?.kind === 'stream') init.duplex = 'half';
  /** @type {Request} */
  let asked;
  try {
    // As pairs: a Headers object would have combined what is set twice.
    if (request.headers) init.headers = request.headers;
    if (request.body) init.body = makeBody(request.body);
    asked = new Request(request.url, init);
  } catch (error) {
    return { outcome: 'invalid-request', err: String(error) };
  }
  try {
    const response = await fetch(asked);
    const seen = { status: response.status, type: response.type, redirected: response.redirected };
    if (response.type === 'opaque' || response.type === 'opaqueredirect') return { outcome: response.type, ...seen };
    const exposedHeaders = [...response.headers.keys()].sort();
    try {
      await response.arrayBuffer();
    } catch (error) {
      return { outcome: 'refused', ...seen, readable: false, exposedHeaders, err: String(error) };
    }
    return { outcome: 'allowed', ...seen, readable: true, exposedHeaders };
  } catch (error) {
    return { outcome: 'refused', err: String(error) };
  }
}

/** @param {LabRequest} request @returns {Promise<ScriptSaw>} */
function runXhr(request) {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    const exposed = () =>
      xhr
        .getAllResponseHeaders()
        .split('\r\n')
        .filter(Boolean)
        .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
        .sort();
    const allowed = () =>
      resolve({ outcome: 'allowed', status: xhr.status, readable: true, exposedHeaders: [...new Set(exposed())] });
    try {
      xhr.open(request.method ?? 'GET', request.url, !request.sync);
      if (request.withCredentials) xhr.withCredentials = true;
      for (const [name, value] of request.headers ?? []) xhr.setRequestHeader(name, value);
      if (request.upload) xhr.upload.addEventListener('progress', () => {});
    } catch (error) {
      resolve({ outcome: 'invalid-request', err: String(error) });
      return;
    }
    xhr.onload = allowed;
    xhr.onerror = () => resolve({ outcome: 'refused', err: 'error event' });
    try {
      xhr.send(makeBody(request.body) ?? null);
    } catch (error) {
      resolve({ outcome: 'refused', err: String(error) });
    }
  });
}

/** @param {LabRequest} request @returns {Promise<ScriptSaw>} */
function runEventSource(request) {
  return new Promise((resolve) => {
    const source = new EventSource(request.url, { withCredentials: request.withCredentials === true });
    const end = (/** @type {ScriptSaw} */ saw) => {
      source.close();
      resolve(saw);
    };
    source.onopen = () => end({ outcome: 'allowed' });
    source.onerror = () => end({ outcome: 'refused', err: 'error event' });
  });
}

/**
 * @param {HTMLElement} element
 * @param {ScriptSaw['outcome']} outcome What a load event means.
 * @param {() => void} insert
 * @returns {Promise<ScriptSaw>}
 */
function loadElement(element, outcome, insert) {
  return new Promise((resolve) => {
    element.onload = () => resolve({ outcome });
    element.onerror = () => resolve({ outcome: 'refused', err: 'error event' });
    insert();
  });
}

/** @param {string} api @param {LabRequest} request @returns {Promise<ScriptSaw>} */
async function runElement(api, request) {
  const crossorigin = (/** @type {HTMLElement} */ element) => {
    if (request.crossorigin !== undefined) element.setAttribute('crossorigin', request.crossorigin);
    return element;
  };
  // Without the attribute another origin's answer is shown or run, but stays closed to script. Modules are never like that.
  const isOpen = api === 'module' || request.crossorigin !== undefined || new URL(request.url).origin === self.origin;
  const loaded = isOpen ? 'allowed' : 'opaque';
  switch (api) {
    case 'img': {
      const image = /** @type {HTMLImageElement} */ (crossorigin(new Image()));
      return loadElement(image, loaded, () => {
        image.src = request.url;
      });
    }
    case 'script':
    case 'module': {
      const script = /** @type {HTMLScriptElement} */ (crossorigin(document.createElement('script')));
      if (api === 'module') script.type = 'module';
      script.src = request.url;
      return loadElement(script, loaded, () => document.head.append(script));
    }
    case 'stylesheet': {
      const link = /** @type {HTMLLinkElement} */ (crossorigin(document.createElement('link')));
      link.rel = 'stylesheet';
      link.href = request.url;
      return loadElement(link, loaded, () => document.head.append(link));
    }
    case 'import':
      return import(request.url).then(
        () => ({ outcome: 'allowed' }),
        (error) => ({ outcome: 'refused', err: String(error) }),
      );
    case 'font':
      return new FontFace('lab', `url("${request.url}")`).load().then(
        () => ({ outcome: 'allowed' }),
        (error) => ({ outcome: 'refused', err: String(error) }),
      );
    default:
      throw new Error(`no such api: ${api}`);
  }
}

/** Milliseconds. WebKit has no timing entry for a beacon that it refused. */
const beaconPatience = 2_000;

/**
 * A page is told nothing of a beacon; its entry among the timings says that it has ended.
 *
 * @param {LabRequest} request
 * @returns {Promise<ScriptSaw>}
 */
function runBeacon(request) {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      resolve({ outcome: 'sent' });
    };
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(request.url).length > 0) end();
    });
    setTimeout(end, beaconPatience);
    observer.observe({ type: 'resource' });
    if (!navigator.sendBeacon(request.url, makeBody(request.body))) resolve({ outcome: 'invalid-request' });
  });
}

/** @param {string} api @param {LabRequest} request @returns {Promise<ScriptSaw>} */
async function runRequest(api, request) {
  switch (api) {
    case 'fetch':
      return runFetch(request);
    case 'xhr':
      return runXhr(request);
    case 'eventsource':
      return runEventSource(request);
    case 'beacon':
      return runBeacon(request);
    default:
      return runElement(api, request);
  }
}

// In a frame or worker: the opener posts {api, request}, the answer goes back the same way.
globalThis.addEventListener('message', (event) => {
  const { data, ports } = /** @type {MessageEvent} */ (event);
  const port = ports[0];
  if (port && data?.api) void runRequest(data.api, data.request).then((saw) => port.postMessage(saw));
});
