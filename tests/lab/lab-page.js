/**
 * The lab's page: makes each kind of initiator once, and hands it requests.
 *
 * @typedef {import('./run-case.js').ScriptSaw} ScriptSaw
 * @typedef {{initiator: string, api: string, request: object, wait: number}} LabStep
 */

/** @type {Record<string, any>} */
const world = globalThis;
const page80 = world.labPage80;

const runnerUrl = new URL('/lab/run-case.js', location.href).href;

/** @param {string} [markup] */
const frameDocument = (markup = '') => `<!doctype html><meta charset="utf-8">${markup}`;

/** @param {(frame: HTMLIFrameElement) => void} prepare @returns {Promise<(message: object, ports: MessagePort[]) => void>} */
function frame(prepare) {
  return new Promise((resolve) => {
    const element = document.createElement('iframe');
    prepare(element);
    element.onload = () => resolve((message, ports) => element.contentWindow?.postMessage(message, '*', ports));
    document.body.append(element);
  });
}

/** @param {string} source */
const inline = (source) => frameDocument(`<script>${source}</script>`);

/** @type {Record<string, () => Promise<(message: object, ports: MessagePort[]) => void>>} */
const makers = {
  page: async () => (message, ports) => window.dispatchEvent(new MessageEvent('message', { data: message, ports })),
  iframe: () =>
    frame((element) => {
      element.src = '/lab/frame';
    }),
  'srcdoc-iframe': async () => {
    const source = await (await fetch(runnerUrl)).text();
    return frame((element) => {
      element.srcdoc = inline(source);
    });
  },
  sandbox: () =>
    frame((element) => {
      element.setAttribute('sandbox', 'allow-scripts');
      element.src = '/lab/frame';
    }),
  'data-iframe': async () => {
    const source = await (await fetch(runnerUrl)).text();
    return frame((element) => {
      element.src = `data:text/html;charset=utf-8,${encodeURIComponent(inline(source))}`;
    });
  },
  'port80-iframe': () =>
    frame((element) => {
      element.src = `${page80}/lab/frame`;
    }),
  worker: async () => {
    const worker = new Worker(runnerUrl);
    return (message, ports) => worker.postMessage(message, ports);
  },
  'blob-worker': async () => {
    const source = await (await fetch(runnerUrl)).text();
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    return (message, ports) => worker.postMessage(message, ports);
  },
};

/** @type {Map<string, Promise<(message: object, ports: MessagePort[]) => void>>} */
const initiators = new Map();

/**
 * @param {string} initiator
 * @param {string} api
 * @param {object} request
 * @returns {Promise<ScriptSaw>}
 */
async function ask(initiator, api, request) {
  const maker = makers[initiator];
  if (!maker) throw new Error(`no such initiator: ${initiator}`);
  const post = initiators.get(initiator) ?? maker();
  initiators.set(initiator, post);
  const channel = new MessageChannel();
  const answer = new Promise((resolve) => {
    channel.port1.onmessage = (event) => resolve(event.data);
  });
  (await post)({ api, request }, [channel.port2]);
  return answer;
}

/** Milliseconds after which a request counts as never ended. */
const longestStep = 8_000;

/** @param {number} milliseconds @returns {Promise<void>} */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

world.runStep = async (/** @type {LabStep} */ { initiator, api, request, wait }) => {
  if (wait > 0) await pause(wait);
  return Promise.race([ask(initiator, api, request), pause(longestStep).then(() => ({ outcome: 'timeout' }))]);
};
