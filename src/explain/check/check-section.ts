import type { CheckName } from '../../cors/check.ts';
import { fetchStandard, type Link, localNetworkAccessSpecification } from '../link.ts';

/** The section of the standard where a check is defined, by the name that the standard gives it. */
const sections: Readonly<Record<CheckName, string>> = {
  mode: 'main fetch',
  scheme: 'main fetch',
  'local-network': '',
  'preflight-needed': 'main fetch',
  'preflight-redirect': 'CORS-preflight fetch',
  'preflight-allow-origin': 'CORS check',
  'preflight-allow-credentials': 'CORS check',
  'preflight-status': 'CORS-preflight fetch',
  'preflight-parse-methods': 'CORS-preflight fetch',
  'preflight-parse-headers': 'CORS-preflight fetch',
  'preflight-method': 'CORS-preflight fetch',
  'preflight-headers': 'CORS-preflight fetch',
  'redirect-scheme': 'HTTP-redirect fetch',
  'redirect-credentials': 'HTTP-redirect fetch',
  'allow-origin': 'CORS check',
  'allow-credentials': 'CORS check',
};

/** Where a check can be read about. */
export function sectionLink(name: CheckName, anchor: string): Link {
  if (name === 'local-network') return localNetworkAccessSpecification(anchor);
  return fetchStandard(anchor, `Fetch § ${sections[name]}`);
}
