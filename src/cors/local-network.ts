import { type Finding, fail, pass } from './finding.ts';

/** From the most private to the most public. @see https://wicg.github.io/local-network-access/#ip-address-space-section */
export type AddressSpace = 'loopback' | 'local' | 'public';

export interface LocalNetworkFacts {
  /** Where the page came from. */
  readonly initiatorSpace: AddressSpace;
  readonly initiatorIsSecure: boolean;
  /** Where the target's address lies. */
  readonly targetSpace: AddressSpace;
  /** The fetch option `targetAddressSpace`; null where it was not given. */
  readonly declaredSpace: AddressSpace | null;
  readonly permission: 'granted' | 'denied';
}

const loopbackHost = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const localHost =
  /^(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|.+\.local|\[f[cd][0-9a-f]{2}:.*\]|\[fe[89ab][0-9a-f]:.*\])$/;
const addressLiteral = /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/** The address space that a host name tells by itself; null for a name that only the resolver knows. */
export function addressSpaceOf(hostname: string): AddressSpace | null {
  const host = hostname.toLowerCase();
  if (loopbackHost.test(host)) return 'loopback';
  if (localHost.test(host)) return 'local';
  return addressLiteral.test(host) ? 'public' : null;
}

const privacy: Record<AddressSpace, number> = { loopback: 2, local: 1, public: 0 };

export function isMorePrivate(target: AddressSpace, initiator: AddressSpace): boolean {
  return privacy[target] > privacy[initiator];
}

/**
 * Local Network Access: may a page reach into a more private network than its own? Made as soon as the address is known,
 * before any header is looked at, and for requests without CORS as well. From a loopback page nothing is more private.
 *
 * @see https://wicg.github.io/local-network-access/#integration-with-fetch
 */
export function localNetworkCheck(facts: LocalNetworkFacts): Finding {
  const { initiatorSpace, targetSpace, declaredSpace } = facts;
  const evidence = {
    name: 'local-network',
    header: null,
    value: targetSpace,
    expected: declaredSpace,
    anchor: 'local-network-access-check',
  } as const;
  if (declaredSpace !== null && declaredSpace !== targetSpace) {
    return fail(evidence, 'InvalidLocalNetworkAccess', targetSpace);
  }
  if (!isMorePrivate(targetSpace, initiatorSpace)) return pass(evidence);
  if (!facts.initiatorIsSecure) return fail(evidence, 'InsecureLocalNetwork', targetSpace);
  return facts.permission === 'granted'
    ? pass(evidence)
    : fail(evidence, 'LocalNetworkAccessPermissionDenied', targetSpace);
}
