import { browser } from '../browser.ts';

/**
 * The value of an expression in the inspected page; undefined where the browser does not let us ask, or where the
 * expression throws. The page answers for itself and may have replaced whatever the expression calls: check the shape.
 */
export async function askPage(expression: string): Promise<unknown> {
  try {
    const result: unknown = await browser.devtools.inspectedWindow.eval(expression);
    // Firefox gives a pair of result and error, as documented; Chromium gives the result.
    return Array.isArray(result) ? result[0] : result;
  } catch {
    return undefined;
  }
}
