import type { CodeLocation } from './exchange.ts';
import { fieldsOf, number, objectsOf, text } from './har-value.ts';

/** An asynchronous stack has parents without end in a page that polls. */
const deepest = 50;

/**
 * The places in the page's code, innermost first, of a stack as Chromium's DevTools write it: lines and columns start
 * at 0 there. What was run from the console has no address and is left out.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#type-StackTrace
 */
export function codeLocations(stack: unknown): readonly CodeLocation[] {
  const locations: CodeLocation[] = [];
  for (let part = fieldsOf(stack); part !== null && locations.length < deepest; part = fieldsOf(part.parent)) {
    for (const frame of objectsOf(part.callFrames)) {
      const url = text(frame.url);
      if (url === '') continue;
      const functionName = text(frame.functionName);
      locations.push({ url, line: number(frame.lineNumber) + 1, column: number(frame.columnNumber) + 1, functionName });
    }
  }
  return locations;
}
