// Runs in a worker or a frame, where the page asks it to fetch. A classic script: a sandboxed frame may load no module.

addEventListener('message', ({ data: { url, init }, ports: [port] }) => {
  void fetchText(url, init).then((seen) => port?.postMessage(seen));
});
// A worker has no parent, and needs none: what is sent to it waits until it listens.
globalThis.parent?.postMessage('ready', '*');

/**
 * As in `requests.js`, which a classic script cannot import.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 */
async function fetchText(url, init) {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (response.status === 0) return { saw: 'opaque', text: `Response of type ${response.type}, status 0` };
    return { saw: 'answer', text: `${response.status} ${response.statusText}: ${text}` };
  } catch (error) {
    return { saw: 'error', text: String(error) };
  }
}
