import { engines } from '../cors/engines.ts';
import type { HeaderList } from '../cors/header-list.ts';
import type { Prediction } from '../cors/prediction.ts';
import { secondsNamed } from '../cors/preflight-cache.ts';
import { parseTokenList } from '../cors/token.ts';
import { enginesThatWouldBlock } from './elsewhere.ts';
import { variesByOrigin } from './varies-by-origin.ts';
import type { Findings } from './verdict-from.ts';
import { wantedHeaders } from './wanted-headers.ts';
import type { Warning } from './warning.ts';

/**
 * What will hurt later, although the request was allowed. What only several exchanges show is in `warningsAcross`.
 *
 * @param credentialed whether credentials were included; null where nothing tells
 */
export function warningsOn(findings: Findings, credentialed: boolean | null): Warning[] {
  const { exchange, evidence, observedBy, reading, survivors } = findings;
  const headers = evidence.hops.at(-1)?.answer ?? null;
  const isCors = reading.prediction.hops.at(-1)?.tainting === 'cors';
  if (headers === null || !isCors) return [];
  return [
    ...warningsOnOrigin(headers),
    ...warningsOnCredentials(headers, credentialed),
    ...warningsOnPreflight(findings, credentialed),
    ...warningsOnExposure(reading.prediction),
    ...warning('blocked-elsewhere', enginesThatWouldBlock(exchange, observedBy, survivors, evidence)),
  ];
}

function warning(name: Warning['name'], about: readonly string[]): Warning[] {
  return about.length === 0 ? [] : [{ name, parameter: about.join(', ') }];
}

function warningsOnOrigin(headers: HeaderList): Warning[] {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null || allowed === '*') return [];
  const warnings: Warning[] = [];
  if (mayBeCached(headers) && !variesByOrigin(headers)) warnings.push({ name: 'missing-vary-origin', parameter: '' });
  if (allowed === 'null') warnings.push({ name: 'null-origin-allowed', parameter: '' });
  return warnings;
}

/** Whether the server lets caches hand the answer to others for some time. */
function mayBeCached(headers: HeaderList): boolean {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/no-store|no-cache/.test(control)) return false;
  return /(?:max-age|s-maxage)="?0*[1-9]|immutable/.test(control) || (control === '' && headers.has('expires'));
}

function warningsOnCredentials(headers: HeaderList, credentialed: boolean | null): Warning[] {
  const isAllowed = headers.get('access-control-allow-credentials') === 'true';
  return isAllowed && credentialed === false ? [{ name: 'credentials-allowed-without-need', parameter: '' }] : [];
}

function warningsOnPreflight({ evidence, observedBy }: Findings, credentialed: boolean | null): Warning[] {
  const headers = evidence.hops.findLast((seen) => seen.preflight !== null)?.preflightAnswer ?? null;
  if (headers === null) return [];
  const warnings: Warning[] = [];
  const { tokens } = parseTokenList(headers.get('access-control-allow-headers'));
  const named = tokens.some((token) => token.toLowerCase() === 'authorization');
  if (evidence.unsafeHeaderNames?.includes('authorization') && tokens.includes('*') && !named && !credentialed) {
    warnings.push({ name: 'wildcard-covers-authorization', parameter: '' });
  }
  const engine = engines[observedBy];
  const seconds = secondsNamed(headers, engine);
  if (seconds > engine.preflightCache.longest) warnings.push({ name: 'max-age-above-cap', parameter: String(seconds) });
  return warnings;
}

function warningsOnExposure({ exposure }: Prediction): Warning[] {
  return warning('headers-not-exposed', wantedHeaders(exposure?.hidden ?? []));
}
