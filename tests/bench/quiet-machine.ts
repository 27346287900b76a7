import { cpus } from 'node:os';
import { until } from '../browsers/until.ts';

/** Of the processors' time, the share that may be spent while nothing is measured. */
const mostBusy = 0.1;

/** Milliseconds over which that share is taken. */
const window = 200;

/** Milliseconds after which a machine that others use as well is taken as it is. */
const patience = 5_000;

/** Waits until what was set going before is over: a browser that still works off its last load would slow the next one's. */
export async function quietMachine(): Promise<void> {
  const from = performance.now();
  let before = spent();
  await until(async () => {
    await new Promise((resolve) => setTimeout(resolve, window));
    const now = spent();
    const share = (now.busy - before.busy) / (now.all - before.all);
    before = now;
    return share < mostBusy || performance.now() - from > patience ? true : undefined;
  }, 'the machine to be quiet');
}

/** Milliseconds of all processors since they started. */
function spent(): { busy: number; all: number } {
  let all = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    all += times.user + times.nice + times.sys + times.idle + times.irq;
    idle += times.idle;
  }
  return { busy: all - idle, all };
}
