import { type RefObject, useEffect } from 'react';

/**
 * Ctrl+C while an element has the focus and no text is selected. Listens on the document, because Firefox sends the
 * event to the body then.
 *
 * @param textToCopy what to put on the clipboard; null leaves it alone
 */
export function useCopyKey(element: RefObject<HTMLElement | null>, textToCopy: () => string | null): void {
  useEffect(() => {
    function onCopy(event: ClipboardEvent): void {
      if (document.activeElement !== element.current || getSelection()?.isCollapsed === false) return;
      const text = textToCopy();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    }
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [element, textToCopy]);
}
