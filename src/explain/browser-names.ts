import { type EngineName, engineNames } from '../cors/engine-name.ts';

/** The browser that people know an engine by. */
export const browserNames: Readonly<Record<EngineName, string>> = {
  chromium: 'Chrome',
  firefox: 'Firefox',
  webkit: 'Safari',
};

/** Every engine, the one at hand first. */
export function ownFirst(engine: EngineName): readonly EngineName[] {
  return [engine, ...engineNames.filter((name) => name !== engine)];
}
