import type { Warning, WarningName } from '../../judge/warning.ts';
import { browsersIn } from '../browsers-in.ts';

/** A warning in the few words that a list has room for. */
export function warningShort({ name, parameter }: Warning): string {
  return shorts[name](parameter);
}

const shorts: Readonly<Record<WarningName, (parameter: string) => string>> = {
  'missing-vary-origin': () => 'No Vary: Origin',
  'wildcard-covers-authorization': () => 'Authorization allowed by *',
  'null-origin-allowed': () => 'Origin null allowed',
  'credentials-allowed-without-need': () => 'Credentials allowed without need',
  'preflight-repeated': () => 'Preflight repeated',
  'max-age-above-cap': () => 'Max-Age above the limit',
  'headers-not-exposed': () => 'Headers not exposed',
  'blocked-elsewhere': (parameter) => `Blocked in ${browsersIn(parameter)}`,
};
