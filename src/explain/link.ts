/** A place to read more. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/**
 * A section of the Fetch standard.
 *
 * @param anchor the fragment, without `#`
 */
export function fetchStandard(anchor: string, label = 'Fetch standard'): Link {
  return { label, url: `https://fetch.spec.whatwg.org/#${encodeURIComponent(anchor)}` };
}

/** A page of MDN. @param path below `https://developer.mozilla.org/docs/` */
export function mdn(path: string, label = 'MDN'): Link {
  return { label, url: `https://developer.mozilla.org/docs/${path}` };
}

/** The Local Network Access specification. @param anchor the fragment, without `#`; empty for the whole */
export function localNetworkAccessSpecification(anchor = ''): Link {
  const fragment = anchor === '' ? '' : `#${encodeURIComponent(anchor)}`;
  return { label: 'Local Network Access', url: `https://wicg.github.io/local-network-access/${fragment}` };
}
