import type { DrivenDocument } from './browser-driver.ts';
import { until } from './until.ts';

/** A line of the panel's list, as it stands in the panel's document. */
export interface PanelRow {
  readonly url: string;
  readonly method: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly otherReason: string | null;
  readonly notCors: string | null;
  /** The verdict in words, and the preflight's column. */
  readonly words: string;
  readonly preflight: string;
}

/** Types into the panel's filter, as the person would. */
export async function filterRows(panel: DrivenDocument, text: string): Promise<void> {
  await panel.waitFor('search input');
  await panel.evaluate((value) => {
    const field = document.querySelector<HTMLInputElement>('search input');
    if (!field) throw new Error('the panel has no filter field');
    // React listens for the event, and would miss a value that was set behind its back.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** Every line of the list from top to bottom, groups opened. Empty while the panel shows no list. */
export function readRows(panel: DrivenDocument): Promise<PanelRow[]> {
  return panel.evaluate(async () => {
    const scroller = document.querySelector('table[role=grid]')?.parentElement;
    if (!scroller) return [];
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const found = new Map<string, PanelRow>();
    const cell = (row: HTMLElement, column: string) =>
      row.querySelector(`[data-column=${column}]`)?.textContent?.trim() ?? '';
    scroller.scrollTop = 0;
    await drawn();
    for (;;) {
      const closed = scroller.querySelector<HTMLButtonElement>('tr[data-exchange-url] button[aria-expanded=false]');
      if (closed) {
        closed.click();
        await drawn();
        continue;
      }
      for (const row of scroller.querySelectorAll<HTMLElement>('tr[data-exchange-url]')) {
        const { exchangeUrl = '', method = '', outcome = '', reason, otherReason, notCors } = row.dataset;
        // The head of an opened group repeats its first line.
        if (row.querySelector('button[aria-expanded=true]')) continue;
        found.set(row.getAttribute('aria-rowindex') ?? '', {
          url: exchangeUrl,
          method,
          outcome,
          reason: reason ?? null,
          otherReason: otherReason ?? null,
          notCors: notCors ?? null,
          words: cell(row, 'verdict'),
          preflight: cell(row, 'preflight'),
        });
      }
      const bottom = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
      if (bottom) break;
      scroller.scrollTop += scroller.clientHeight / 2;
      await drawn();
    }
    scroller.scrollTop = 0;
    await drawn();
    return [...found.values()];
  });
}

/**
 * Filters by a part of an address, and waits until the list has at least so many lines of that address, no others, and
 * is at rest. The lines of the filter before stand there for a moment.
 */
export async function settledRows(panel: DrivenDocument, part: string, atLeast: number): Promise<PanelRow[]> {
  await filterRows(panel, part);
  const isFiltered = (rows: readonly PanelRow[]) =>
    rows.length >= atLeast && rows.every(({ url }) => url.includes(part));
  return settled(panel, isFiltered, `${atLeast} settled lines for ${part}`);
}

/** Waits until no line is pending and two looks in a row find the same lines. */
export function settled(
  panel: DrivenDocument,
  accepts: (rows: readonly PanelRow[]) => boolean = () => true,
  what = 'the list to come to rest',
): Promise<PanelRow[]> {
  let before = '';
  return until(async () => {
    const rows = await readRows(panel);
    const now = JSON.stringify(rows);
    const isAtRest = now === before && rows.every(({ outcome }) => outcome !== 'pending');
    before = now;
    return isAtRest && accepts(rows) ? rows : undefined;
  }, what);
}
