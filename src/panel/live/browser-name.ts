interface Brand {
  readonly brand: string;
  readonly version: string;
}

/**
 * Name and version as the status bar shows them: "Microsoft Edge 156", "Firefox 153".
 *
 * @param brands `navigator.userAgentData.brands`, where the browser has it
 */
export function browserName(brands: readonly Brand[] | undefined, userAgent: string): string {
  // One brand is made up to keep sites from trusting the list ("Not A;Brand"); Chromium is what all have in common.
  const real = (brands ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand.replace(/[^a-z]/gi, '')));
  const best = real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
  if (best) return `${best.brand} ${best.version}`;
  const [, name = 'Browser', version = ''] = /(Firefox|Chrome)\/(\d+)/.exec(userAgent) ?? [];
  return `${name} ${version}`.trim();
}
