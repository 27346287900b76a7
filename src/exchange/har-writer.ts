import type { EngineName } from '../cors/engine-name.ts';
import { firstValue } from './first-value.ts';
import type { HarEntry } from './har-entry.ts';

/** So many entries are asked for their User-Agent. */
const asked = 200;

/**
 * The engine of the browser that made an archive's requests: by its DevTools, else by what the requests call themselves
 * (a proxy's archive says nothing of the browser). Chromium where nothing tells.
 */
export function engineOfWriter(creator: string, browser: string, entries: readonly HarEntry[]): EngineName {
  const named = engineNamed(browser) ?? engineNamed(creator);
  if (named) return named;
  for (const { requestHeaders } of entries.slice(0, asked)) {
    const userAgent = firstValue(requestHeaders, 'user-agent') ?? '';
    const engine = engineOfUserAgent(userAgent);
    if (engine) return engine;
  }
  return 'chromium';
}

function engineNamed(name: string): EngineName | null {
  if (/firefox/i.test(name)) return 'firefox';
  if (/webkit|safari/i.test(name)) return 'webkit';
  return /chrom|edge|opera|brave|^WebInspector$/i.test(name) ? 'chromium' : null;
}

/** Chromium calls itself Safari, too; without a window it is HeadlessChrome, so that no word begins there. */
function engineOfUserAgent(userAgent: string): EngineName | null {
  if (/\bFirefox\/|\bGecko\/\d/.test(userAgent)) return 'firefox';
  if (/Chrom(?:e|ium)\//.test(userAgent)) return 'chromium';
  return /\bAppleWebKit\//.test(userAgent) ? 'webkit' : null;
}
