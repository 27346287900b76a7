import { useEffect } from 'react';
import { prepareSort } from '../list/sort.ts';
import { searchedText } from '../list/text-search.ts';
import type { Judged } from '../verdict/judged.ts';

/** Milliseconds of an idle moment that are left to the browser. */
const reserve = 4;

/** Prepares searching and sorting a long list while the browser is idle, so that neither is slow the first time. */
export function usePreparedSearch(all: readonly Judged[]): void {
  useEffect(() => {
    // The newest first: what is older was prepared before, or is waited for less.
    let next = all.length - 1;
    let handle = requestIdleCallback(work);
    function work(deadline: IdleDeadline): void {
      while (next >= 0 && deadline.timeRemaining() > reserve) {
        const judged = all[next];
        if (judged) {
          searchedText(judged);
          prepareSort(judged);
        }
        next--;
      }
      if (next >= 0) handle = requestIdleCallback(work);
    }
    return () => cancelIdleCallback(handle);
  }, [all]);
}
