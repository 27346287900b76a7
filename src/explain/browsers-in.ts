import type { EngineName } from '../cors/engine-name.ts';
import { browserNames } from './browser-names.ts';
import { tokens } from './look-alike/token-list.ts';
import { quotable } from './visible.ts';

/** The browsers that a warning names by their engines: "Firefox and Safari". */
export function browsersIn(engines: string): string {
  const names = tokens(engines).map(({ text }) => browserName(text));
  return names.length === 0 ? 'another browser' : names.join(' and ');
}

function browserName(engine: string): string {
  return Object.hasOwn(browserNames, engine) ? browserNames[engine as EngineName] : quotable(engine);
}
