import type { HarEntry } from './har-entry.ts';
import { askedMethod } from './pairing.ts';

/** The method that a preflight asks for; null for what is none. Empty where its headers are not told. */
export function preflightMethod(entry: HarEntry): string | null {
  return askedMethod(entry.method, entry.requestHeaders) ?? (entry.isPreflight ? '' : null);
}
