/**
 * Puts a text on the clipboard. To be called from a click or a key. The asynchronous clipboard is closed to a panel
 * inside DevTools, whose document is seldom the focused one; the old command works there.
 *
 * @returns whether it worked
 */
export function copyText(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
  return copied;
}
