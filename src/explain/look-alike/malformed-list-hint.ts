import { bad } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { unseenRanges } from '../visible.ts';
import type { Hint } from './hint.ts';
import { malformedRanges } from './token-list.ts';

/** What makes a list of methods or of header names unreadable; null where it can be read. */
export function malformedListHint(found: string): Hint | null {
  const ranges = malformedRanges(found);
  const [first] = ranges;
  if (first === undefined) return null;
  if (unseenRanges(found).length > 0) {
    return {
      found: ranges,
      text: rich`The list holds a character that cannot be seen. Type it anew in the server's configuration.`,
    };
  }
  const fault = found.slice(...first);
  if (/["']/.test(fault)) {
    return { found: ranges, text: rich`The quotes became part of the list. Send the names without them.` };
  }
  if (/^\s+$/.test(fault)) {
    return { found: ranges, text: rich`Names are separated by commas, and here is only a space between two of them.` };
  }
  if (fault.includes(';')) {
    return { found: ranges, text: rich`Names are separated by commas, not by semicolons.` };
  }
  return {
    found: ranges,
    text: rich`${bad(fault.trim())} cannot stand in this list. One such character makes the whole list unreadable.`,
  };
}
