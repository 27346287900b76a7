import { listenPortName } from '../../src/messages.ts';
import { launchBenchBrowser } from './bench-browser.ts';
import { type Figure, fromSample } from './figure.ts';
import { builtExtension } from './page-load.ts';

const rounds = 15;

/** From a call to the answer, of a worker that has to be started first and of one that runs. */
export async function benchWorkerStart(): Promise<Figure[]> {
  const browser = await launchBenchBrowser('about:blank', { extension: builtExtension, devtools: 'closed' });
  try {
    const page = await browser.openExtensionPage();
    const stopped: number[] = [];
    const running: number[] = [];
    // The first start reads the code from the disk.
    for (let round = -1; round < rounds; round += 1) {
      await page.stopWorker();
      const started = await page.evaluate<number>(call);
      if (round < 0) continue;
      stopped.push(started);
      running.push(await page.evaluate<number>(call));
    }
    const part = 'worker';
    return [
      fromSample({ part, name: 'call to answer, worker stopped', unit: 'ms' }, stopped),
      fromSample({ part, name: 'call to answer, worker running', unit: 'ms' }, running),
    ];
  } finally {
    await browser.close();
  }
}

const call = `new Promise((resolve, reject) => {
  const start = performance.now();
  const port = chrome.runtime.connect({ name: ${JSON.stringify(listenPortName)} });
  port.onMessage.addListener(() => {
    port.disconnect();
    resolve(performance.now() - start);
  });
  port.onDisconnect.addListener(() => reject(new Error('the worker went away')));
  port.postMessage({ kind: 'ping' });
})`;
