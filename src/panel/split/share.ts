/** Per cent that one press of an arrow key moves. */
const step = 5;

/** No pane gets less, in per cent. */
const least = 5;

export function clampShare(share: number): number {
  return Math.min(100 - least, Math.max(least, share));
}

/** The first pane's share after a key; null where the key moves nothing. */
export function shareAfterKey(share: number, key: string, orientation: 'horizontal' | 'vertical'): number | null {
  const [less, more] = orientation === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  switch (key) {
    case less:
      return clampShare(share - step);
    case more:
      return clampShare(share + step);
    case 'Home':
      return least;
    case 'End':
      return 100 - least;
    default:
      return null;
  }
}

const storageKey = (id: string) => `cors-lens-split-${id}`;

/** The remembered share; null where there is none, or none that makes sense. */
export function readShare(storage: Pick<Storage, 'getItem'>, id: string): number | null {
  const share = Number.parseFloat(storage.getItem(storageKey(id)) ?? '');
  return Number.isFinite(share) ? clampShare(share) : null;
}

export function storeShare(storage: Pick<Storage, 'setItem'>, id: string, share: number): void {
  storage.setItem(storageKey(id), String(share));
}
