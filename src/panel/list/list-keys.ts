/**
 * Which line a key leads to.
 *
 * @param from index of the selected line, -1 for none
 * @param pageRows how many lines a page key moves
 * @returns null where the key is none of the list's
 */
export function targetOfKey(key: string, from: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1);
    case 'ArrowUp':
      return from < 0 ? count - 1 : clamp(from - 1);
    case 'PageDown':
      return clamp(Math.max(from, 0) + pageRows);
    case 'PageUp':
      return clamp(Math.max(from, 0) - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
