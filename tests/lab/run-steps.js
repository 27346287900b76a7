// Runs the page's steps one after the other, for a browser that nobody drives. The console is the way out: it carries
// the browser's own words too, in their order.

/** @type {Record<string, any>} */
const lab = globalThis;

async function runAll() {
  for (const step of lab.labSteps) console.log(`LAB-STEP ${JSON.stringify(await lab.runStep(step))}`);
}

void runAll();
