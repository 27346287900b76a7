import { HeaderList } from '../cors/header-list.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Warning } from '../judge/warning.ts';
import { varyByOrigin } from './allow-origin.ts';
import type { HeaderChange } from './fix.ts';
import { headerNames, longestUsefulMaxAge, sensibleMaxAge } from './header-names.ts';
import type { HopEvidence } from './hop-evidence.ts';
import { ignoringCase, tokensOf, union } from './token-list.ts';

/** The header changes that cure the warnings of an exchange that passes. */
export interface Cures {
  readonly preflight: readonly HeaderChange[];
  readonly response: readonly HeaderChange[];
}

/** What makes the warnings of a verdict go away, for the hop that the verdict is about. */
export function cureWarnings(evidence: HopEvidence, verdict: Verdict): Cures {
  const cures = verdict.warnings.map((warning) => cure(warning, evidence));
  return {
    preflight: cures.flatMap((each) => each.preflight),
    response: cures.flatMap((each) => each.response),
  };
}

const nothing: Cures = { preflight: [], response: [] };

function cure(warning: Warning, { hop }: HopEvidence): Cures {
  const preflight = hop.preflight?.response ? new HeaderList(hop.preflight.response.headers) : null;
  const response = new HeaderList(hop.response?.headers ?? []);
  switch (warning.name) {
    case 'missing-vary-origin':
      return { ...nothing, response: varyByOrigin(response) };
    case 'wildcard-covers-authorization':
      return preflight ? { ...nothing, preflight: [nameAuthorization(preflight)] } : nothing;
    case 'credentials-allowed-without-need':
      return { ...nothing, response: [{ name: headerNames.allowCredentials, value: null, needed: 'advisable' }] };
    case 'preflight-repeated':
      return preflight ? { ...nothing, preflight: [maxAge(sensibleMaxAge)] } : nothing;
    case 'max-age-above-cap':
      return preflight ? { ...nothing, preflight: [maxAge(longestUsefulMaxAge)] } : nothing;
    case 'headers-not-exposed':
      return { ...nothing, response: [expose(response, tokensOf(warning.parameter))] };
    // Allowing `null` is cured by not needing it, and another engine's refusal by that engine's verdict.
    case 'null-origin-allowed':
    case 'blocked-elsewhere':
      return nothing;
  }
}

function nameAuthorization(preflight: HeaderList): HeaderChange {
  const value = union(tokensOf(preflight.get('access-control-allow-headers')), ['Authorization'], ignoringCase);
  return { name: headerNames.allowHeaders, value: value.join(', '), needed: 'advisable' };
}

function maxAge(seconds: number): HeaderChange {
  return { name: headerNames.maxAge, value: String(seconds), needed: 'advisable' };
}

function expose(response: HeaderList, names: readonly string[]): HeaderChange {
  const kept = tokensOf(response.get('access-control-expose-headers')).filter((name) => name !== '*');
  return { name: headerNames.exposeHeaders, value: union(kept, names, ignoringCase).join(', '), needed: 'advisable' };
}
