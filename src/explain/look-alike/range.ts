/** A part of a string: from the first UTF-16 unit to the one behind the last. */
export type Range = readonly [from: number, to: number];
