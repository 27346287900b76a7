import { useEffect } from 'react';
import { prepareSearch } from '../list/text-filter.ts';
import type { Judged } from '../verdict/judged.ts';

/** Milliseconds of an idle moment that are left to the browser. */
const reserve = 4;

/** Prepares the search through a long list while the browser is idle, so that the first letter typed is not slow. */
export function usePreparedSearch(all: readonly Judged[]): void {
  useEffect(() => {
    // The newest first: what is older was prepared before, or is waited for less.
    let next = all.length - 1;
    let handle = requestIdleCallback(work);
    function work(deadline: IdleDeadline): void {
      while (next >= 0 && deadline.timeRemaining() > reserve) {
        const judged = all[next];
        if (judged) prepareSearch(judged);
        next--;
      }
      if (next >= 0) handle = requestIdleCallback(work);
    }
    return () => cancelIdleCallback(handle);
  }, [all]);
}
