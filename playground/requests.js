/**
 * The ways a page makes requests. Each resolves when its request has ended, with what the page's script saw of it,
 * and that is little: what the browser holds back is the point of the playground.
 *
 * @typedef {object} Seen
 * @property {'answer' | 'opaque' | 'error' | 'sent'} saw `answer`: it was readable, or the element loaded. `opaque`: there
 *   was an answer, but nothing in it to read. `sent`: a page is never told what became of it.
 * @property {string} text In the script's own words.
 */

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<Seen>}
 */
export async function fetchText(url, init) {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (response.status === 0) return { saw: 'opaque', text: `Response of type ${response.type}, status 0` };
    return { saw: 'answer', text: `${response.status} ${response.statusText}: ${text}` };
  } catch (error) {
    return { saw: 'error', text: String(error) };
  }
}

/**
 * Fetches, and asks for one response header.
 *
 * @param {string} url
 * @param {string} name The header's.
 * @returns {Promise<Seen>}
 */
export async function fetchHeader(url, name) {
  try {
    const response = await fetch(url);
    await response.text();
    return { saw: 'answer', text: `${response.status} ${response.statusText}, ${name}: ${response.headers.get(name)}` };
  } catch (error) {
    return { saw: 'error', text: String(error) };
  }
}

/**
 * @param {string} url
 * @param {{ method?: string, body?: string, withCredentials?: boolean, watchUpload?: boolean }} [options]
 * @returns {Promise<Seen>}
 */
export function xhr(url, { method = 'GET', body, withCredentials = false, watchUpload = false } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.withCredentials = withCredentials;
    // The listener alone is what makes the browser ask first.
    if (watchUpload) request.upload.addEventListener('progress', () => {});
    request.addEventListener('load', () =>
      resolve({ saw: 'answer', text: `${request.status} ${request.statusText}: ${request.responseText}` }),
    );
    request.addEventListener('error', () => resolve({ saw: 'error', text: `error event, status ${request.status}` }));
    request.send(body ?? null);
  });
}

/**
 * @param {string} url
 * @param {{ crossOrigin?: 'anonymous' | 'use-credentials' }} [options] Without `crossOrigin` the image is asked for in
 *   mode no-cors: shown, but not readable.
 * @returns {Promise<Seen>}
 */
export function image(url, { crossOrigin } = {}) {
  const element = new Image();
  if (crossOrigin !== undefined) element.crossOrigin = crossOrigin;
  element.src = url;
  return loaded(element);
}

/**
 * @param {string} url
 * @returns {Promise<Seen>}
 */
export function moduleScript(url) {
  const element = document.createElement('script');
  element.type = 'module';
  element.src = url;
  return loaded(element);
}

/**
 * @param {string} url
 * @returns {Promise<Seen>}
 */
export function stylesheet(url) {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.crossOrigin = 'anonymous';
  element.href = url;
  return loaded(element);
}

/**
 * @param {HTMLImageElement | HTMLScriptElement | HTMLLinkElement} element
 * @returns {Promise<Seen>}
 */
function loaded(element) {
  return new Promise((resolve) => {
    const end = (/** @type {Seen} */ seen) => {
      element.remove();
      resolve(seen);
    };
    const name = element.localName;
    element.addEventListener('load', () => end({ saw: 'answer', text: `load event of <${name}>` }));
    element.addEventListener('error', () => end({ saw: 'error', text: `error event of <${name}>` }));
    document.head.append(element);
  });
}

/**
 * @param {string} url
 * @returns {Promise<Seen>}
 */
export async function font(url) {
  try {
    await new FontFace('Playground', `url("${url}")`).load();
    return { saw: 'answer', text: 'the font loaded' };
  } catch (error) {
    return { saw: 'error', text: String(error) };
  }
}

/**
 * Listens to an event stream until its end.
 *
 * @param {string} url
 * @param {EventSourceInit} [init]
 * @returns {Promise<Seen>}
 */
export function eventSource(url, init) {
  return new Promise((resolve) => {
    const source = new EventSource(url, init);
    /** @type {Seen} */
    let seen = { saw: 'error', text: 'error event of EventSource' };
    source.addEventListener('message', ({ data }) => {
      seen = { saw: 'answer', text: `message event: ${data}` };
    });
    // Also the end of a stream is an error event, after which the browser would ask again.
    source.addEventListener('error', () => {
      source.close();
      resolve(seen);
    });
  });
}

/**
 * Sends a beacon, and waits for the browser's timing entry of it, the only sign a page gets that it has ended.
 *
 * @param {string} url
 * @param {BodyInit} body
 * @returns {Promise<Seen>}
 */
export function beacon(url, body) {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(url).length === 0) return;
      observer.disconnect();
      resolve({ saw: 'sent', text: `sendBeacon() returned ${queued}` });
    });
    observer.observe({ type: 'resource' });
    const queued = navigator.sendBeacon(url, body);
  });
}

/** @type {Worker | undefined} */
let worker;

/**
 * Fetches in a dedicated worker, which stays until the next one: browsers forget what they know of a worker that is gone.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<Seen>}
 */
export function fetchInWorker(url, init) {
  worker?.terminate();
  worker = new Worker('/elsewhere.js');
  return askOnPort((port) => worker?.postMessage({ url, init }, [port]));
}

/**
 * Fetches in a frame, which stays until the next run, as the worker does.
 *
 * @param {string} frameUrl A page that runs `elsewhere.js`.
 * @param {string} url
 * @param {{ sandbox?: string, init?: RequestInit }} [options]
 * @returns {Promise<Seen>}
 */
export async function fetchInFrame(frameUrl, url, { sandbox, init } = {}) {
  const { pathname } = new URL(frameUrl);
  for (const old of document.querySelectorAll('iframe')) if (new URL(old.src).pathname === pathname) old.remove();
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.hidden = true;
  frame.src = frameUrl;
  if (!(await isReady(frame))) return { saw: 'error', text: 'the frame did not load' };
  return askOnPort((port) => frame.contentWindow?.postMessage({ url, init }, '*', [port]));
}

/**
 * Puts a frame into the page. Nothing tells a frame that loaded from one that did not but its own word.
 *
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<boolean>} Whether it spoke up within five seconds.
 */
function isReady(frame) {
  return new Promise((resolve) => {
    addEventListener('message', function listener({ source }) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listener);
      resolve(true);
    });
    setTimeout(() => resolve(false), 5_000);
    document.body.append(frame);
  });
}

/**
 * @param {(port: MessagePort) => void} send
 * @returns {Promise<Seen>}
 */
function askOnPort(send) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    send(port2);
  });
}
