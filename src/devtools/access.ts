import { allSites, browser } from '../browser.ts';

// The page that asks for access where a panel cannot: Firefox has no permissions API in DevTools.

const button = document.querySelector<HTMLButtonElement>('#allow');
const result = document.querySelector<HTMLElement>('#result');

button?.addEventListener('click', () => void ask());

async function ask(): Promise<void> {
  tell((await browser.permissions.request(allSites)) ? 'granted' : 'refused');
}

function tell(answer: 'granted' | 'refused'): void {
  if (result === null || button === null) return;
  button.hidden = answer === 'granted';
  result.textContent =
    answer === 'granted'
      ? 'Allowed. Go back to the CORS panel and reload the page. You can close this tab.'
      : 'Not allowed. CORS Lens cannot see any request until you allow it.';
}
