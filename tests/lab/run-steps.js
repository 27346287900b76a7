// Runs the page's steps one after the other, for a browser that nobody drives. The console is the way out: it carries
// the browser's own words too, in their order.

/** @type {Record<string, any>} */
const lab = globalThis;

/** Milliseconds. A request that has not ended by then never will. */
const patience = 10_000;

async function runAll() {
  for (const step of lab.labSteps) {
    const tooLong = new Promise((resolve) => setTimeout(resolve, patience, { outcome: 'timeout' }));
    console.log(`LAB-STEP ${JSON.stringify(await Promise.race([lab.runStep(step), tooLong]))}`);
    // Answered once the console has been read: what reached the server until then is this step's.
    await fetch('/lab/next');
  }
}

// Frames need a body to go into.
addEventListener('load', () => void runAll().catch((error) => console.log(`LAB-ERROR ${error}`)));
